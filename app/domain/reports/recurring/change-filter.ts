import { parseDay } from '../../../kernel/dates.ts';
import { oneOf, parseCurrency } from '../payment-filter.ts';
import { movementKinds } from '../recurring-revenue.ts';
import type { Day, DaySpan } from '../report-range.ts';

/**
 * What a change of a membership did. The movements are those of recurring revenue; begun: new or
 * returned. less: lowered or stopped. left: stopped, and its person has none that counts any more.
 * failed, recovered: its payment. lost: it ended because its payment failed.
 */
export const changeKinds = [
  ...movementKinds,
  'begun',
  'less',
  'left',
  'failed',
  'recovered',
  'lost',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Which changes a list shows: those behind a figure of recurring revenue. It is written in the address. */
export interface ChangeFilter {
  /** Null: every movement. */
  readonly of: ChangeKind | null;
  /** Days of the newsroom, both included. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly currency: string | null;
  /** The slug of the tier that the membership has now, or had last. */
  readonly tier: string | null;
  readonly interval: 'month' | 'year' | null;
  /** Why it stopped, as the reasons of retention name it; '' is unknown. Both go together. */
  readonly because: string | null;
  /** What the patron answered; '' is nothing. */
  readonly answer: string | null;
}

export const everyChange: ChangeFilter = {
  ...{ of: null, from: null, to: null, currency: null, tier: null },
  ...{ interval: null, because: null, answer: null },
};

/** How '' is written, which an address would lose. */
const nothing = 'none';

/** Reads an address. What can't be read is left out, and the list says what holds. */
export function parseChangeFilter(query: URLSearchParams): ChangeFilter {
  const because = parseCode(query.get('because'));
  const answer = parseCode(query.get('answer'));
  const tier = query.get('tier');
  return {
    of: oneOf(changeKinds, query.get('of')),
    from: parseDay(query.get('from') ?? ''),
    to: parseDay(query.get('to') ?? ''),
    currency: parseCurrency(query.get('currency')),
    tier: tier && /^[a-z0-9][a-z0-9-]{0,60}$/.test(tier) ? tier : null,
    interval: oneOf(['month', 'year'] as const, query.get('interval')),
    because: answer === null ? null : because,
    answer: because === null ? null : answer,
  };
}

/** The address part that {@link parseChangeFilter} reads back: "" or "?of=churn&from=2026-11-01". */
export function changeQuery(filter: Partial<ChangeFilter>, after?: string): string {
  const query = new URLSearchParams();
  for (const name of ['of', 'from', 'to', 'currency', 'tier', 'interval'] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  for (const name of ['because', 'answer'] as const) {
    const value = filter[name];
    if (value !== null && value !== undefined) query.set(name, value === '' ? nothing : value);
  }
  if (after) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The changes behind a figure, without language prefix. */
export function changesPath({ from, to }: DaySpan, behind: Partial<ChangeFilter>): string {
  return `/admin/recurring/changes${changeQuery({ ...behind, from, to })}`;
}

/** The memberships that counted when a day was over, without language prefix. */
export function standingPath(
  at: Day,
  behind: Partial<Pick<ChangeFilter, 'currency' | 'tier' | 'interval'>> = {},
): string {
  return `/admin/recurring/standing${changeQuery(behind) === '' ? '?' : `${changeQuery(behind)}&`}at=${at}`;
}

function parseCode(value: string | null): string | null {
  if (value === null || !/^[a-z_]{1,60}$/.test(value)) return null;
  return value === nothing ? '' : value;
}
