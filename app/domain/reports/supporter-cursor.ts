import type { SupporterSort } from './supporter-filter.ts';

/** The place in the list of supporters after which the next page begins. */
export interface SupporterCursor {
  /** An instant to the microsecond as Postgres writes it, or, of the sums, minor units. */
  readonly at: string;
  readonly id: string;
}

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const sumShape = /^-?\d{1,18}$/;
const idShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null when the address holds no cursor, or none of a list in this order. */
export function parseSupporterCursor(
  value: string | null,
  sort: SupporterSort,
): SupporterCursor | null {
  const [at = '', id = '', ...rest] = (value ?? '').split('_');
  if (rest.length > 0 || !idShape.test(id)) return null;
  if (sort === 'given') return sumShape.test(at) ? { at, id } : null;
  return instantShape.test(at) && !Number.isNaN(Date.parse(at)) ? { at, id } : null;
}

export function formatSupporterCursor({ at, id }: SupporterCursor): string {
  return `${at}_${id}`;
}
