import { parseMonth, type MonthKey } from './report-month.ts';

export const paymentSources = ['once', 'recurring'] as const;
/** once: donations and gift memberships, paid one time. recurring: memberships. */
export type PaymentSourceGroup = (typeof paymentSources)[number];

export const paymentKinds = ['charges', 'refunds', 'disputes'] as const;
/** Each with what takes it back: a refund that failed, a dispute that was won. */
export type PaymentKindGroup = (typeof paymentKinds)[number];

/** Which payments a list shows. It is written in the address, so that a figure can link to what is behind it. */
export interface PaymentFilter {
  readonly month: MonthKey | null;
  /** Ends the month early: what a running month was compared with. Only together with `month`. */
  readonly until: Date | null;
  readonly source: PaymentSourceGroup | null;
  readonly kind: PaymentKindGroup | null;
  /** The currency that the supporter was charged in. */
  readonly currency: string | null;
  /** The currency that Stripe settled in. */
  readonly settledIn: string | null;
  readonly articleId: string | null;
  /** Only those that wait for Stripe's figures. */
  readonly isWaiting: boolean;
}

export const everyPayment: PaymentFilter = {
  month: null,
  until: null,
  source: null,
  kind: null,
  currency: null,
  settledIn: null,
  articleId: null,
  isWaiting: false,
};

/** Reads an address. What can't be read is left out, and the list says which filters hold. */
export function parsePaymentFilter(query: URLSearchParams): PaymentFilter {
  const month = parseMonth(query.get('month'));
  return {
    month,
    until: month ? parseInstant(query.get('until')) : null,
    source: oneOf(paymentSources, query.get('source')),
    kind: oneOf(paymentKinds, query.get('kind')),
    currency: parseCurrency(query.get('currency')),
    settledIn: parseCurrency(query.get('settled_in')),
    articleId: parseId(query.get('article')),
    isWaiting: query.get('waiting') === '1',
  };
}

/** The address part that {@link parsePaymentFilter} reads back: "" or "?month=2026-11&kind=charges". */
export function paymentQuery(filter: Partial<PaymentFilter>, after?: string): string {
  const query = new URLSearchParams();
  if (filter.month) query.set('month', filter.month);
  if (filter.month && filter.until) query.set('until', filter.until.toISOString());
  if (filter.source) query.set('source', filter.source);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.currency) query.set('currency', filter.currency);
  if (filter.settledIn) query.set('settled_in', filter.settledIn);
  if (filter.articleId) query.set('article', filter.articleId);
  if (filter.isWaiting) query.set('waiting', '1');
  if (after) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

export function parseCurrency(value: string | null): string | null {
  return value && /^[A-Z]{3}$/.test(value) ? value : null;
}

export function oneOf<const Value extends string>(
  values: readonly Value[],
  value: string | null,
): Value | null {
  return values.find((candidate) => candidate === value) ?? null;
}

function parseInstant(value: string | null): Date | null {
  if (!value || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function parseId(value: string | null): string | null {
  return value && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null;
}
