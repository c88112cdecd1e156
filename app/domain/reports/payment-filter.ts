import { parseDay } from '../../kernel/dates.ts';
import { parseMonth, type MonthKey } from './report-month.ts';
import type { Day } from './report-range.ts';

export const paymentSources = ['once', 'recurring', 'donation', 'gift'] as const;
/** once: donations and gift memberships, paid one time. recurring: memberships. */
export type PaymentSourceGroup = (typeof paymentSources)[number];

export const paymentKinds = [
  'charges',
  'returns',
  'refunds',
  'disputes',
  'refund',
  'refund_failure',
  'dispute',
  'dispute_reversal',
] as const;
/**
 * refunds and disputes: each with what takes it back, a refund that failed, a dispute that was
 * won; returns: both of them. The others are one kind of movement by itself.
 */
export type PaymentKindGroup = (typeof paymentKinds)[number];

export const standings = ['new', 'returning'] as const;
/** new: the first charge of a person, and what went back of it. returning: all that is not. */
export type Standing = (typeof standings)[number];

/** In a filter that names something: those that have none of it. */
export const noneOfIt = 'none';

/** Which payments a list shows. It is written in the address, so that a figure can link to what is behind it. */
export interface PaymentFilter {
  /** Days of the newsroom, both included; one of them may stand alone. They come before a month. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly month: MonthKey | null;
  /** Ends the month early: what a running month was compared with. Only together with `month`. */
  readonly until: Date | null;
  readonly source: PaymentSourceGroup | null;
  readonly kind: PaymentKindGroup | null;
  /** The currency that the supporter was charged in. */
  readonly currency: string | null;
  /** The currency that Stripe settled in. */
  readonly settledIn: string | null;
  /** An id, or `none`; so with the others that say what a payment is credited to. */
  readonly articleId: string | null;
  /** A slug: the section in which the article stands now. */
  readonly section: string | null;
  /** A slug: anybody whose name the article carries. */
  readonly author: string | null;
  readonly askId: string | null;
  /** `none`: the ask was not tested against another. */
  readonly variant: string | null;
  readonly campaignId: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  /** An id: the tier that the membership has now, or that the gift is of. */
  readonly tierId: string | null;
  readonly standing: Standing | null;
  /** A host, or "utm:" and the source that a link named. */
  readonly referrer: string | null;
  /** Only what a person paid for the first time; with a source, for the first time of that source. */
  readonly isFirst: boolean;
  /** Only those that wait for Stripe's figures. */
  readonly isWaiting: boolean;
}

export const everyPayment: PaymentFilter = {
  from: null,
  to: null,
  month: null,
  until: null,
  source: null,
  kind: null,
  currency: null,
  settledIn: null,
  articleId: null,
  section: null,
  author: null,
  askId: null,
  variant: null,
  campaignId: null,
  country: null,
  tierId: null,
  standing: null,
  referrer: null,
  isFirst: false,
  isWaiting: false,
};

/** How what a filter names is called, by its field; a field is left out when there is no such thing. */
export type PaymentNames = Readonly<Partial<Record<keyof PaymentFilter, string>>>;

/** What a field is called in an address, in the order in which it is written. */
const names = {
  from: 'from',
  to: 'to',
  month: 'month',
  until: 'until',
  kind: 'kind',
  source: 'source',
  currency: 'currency',
  settledIn: 'settlement',
  articleId: 'article',
  section: 'section',
  author: 'author',
  askId: 'ask',
  variant: 'variant',
  campaignId: 'campaign',
  country: 'country',
  tierId: 'tier',
  standing: 'standing',
  referrer: 'referrer',
  isFirst: 'isFirst',
  isWaiting: 'waiting',
} as const satisfies Record<keyof PaymentFilter, string>;

export type PaymentFilterName = (typeof names)[keyof PaymentFilter];

/** Reads an address. What can't be read is left out, and {@link findUnreadablePayments} tells of it. */
export function parsePaymentFilter(query: URLSearchParams): PaymentFilter {
  const month = parseMonth(query.get('month'));
  const day = (name: string) => parseDay((query.get(name) ?? '').trim());
  const from = day('from');
  const to = day('to');
  const isReversed = from !== null && to !== null && from > to;
  return {
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    month,
    until: month ? parseInstant(query.get('until')) : null,
    source: parseSource(query.get('source')),
    kind: query.get('kind') === 'charge' ? 'charges' : oneOf(paymentKinds, query.get('kind')),
    currency: parseCurrency(query.get('currency')),
    settledIn: parseCurrency(query.get('settlement') ?? query.get('settled_in')),
    articleId: parseId(query.get('article')),
    section: matching(query.get('section'), slug),
    author: matching(query.get('author'), slug),
    askId: parseId(query.get('ask')),
    variant: matching(query.get('variant'), /^[^\p{C}]{1,60}$/u),
    campaignId: parseId(query.get('campaign')),
    country:
      query.get('country') === noneOfIt
        ? noneOfIt
        : matching((query.get('country') ?? '').trim().toUpperCase(), /^[A-Z]{2}$/),
    tierId: parseId(query.get('tier')),
    standing: oneOf(standings, query.get('standing')),
    referrer: matching(query.get('referrer'), /^[^\p{C}]{1,255}$/u),
    isFirst: query.get('isFirst') === '1',
    isWaiting: query.get('waiting') === '1',
  };
}

/** Fields of the address that hold something which is no filter. The list is shown without them. */
export function findUnreadablePayments(query: URLSearchParams): PaymentFilterName[] {
  const filter = parsePaymentFilter(query);
  return (Object.keys(names) as (keyof PaymentFilter)[])
    .filter((field) => {
      const typed = (query.get(names[field]) ?? '').trim();
      // Turning the two days round, or ending no month, is not a mistake that matters.
      if (typed === '' || field === 'until') return false;
      if (field === 'from' || field === 'to') return parseDay(typed) === null;
      if (field === 'isFirst' || field === 'isWaiting') return typed !== '1' && typed !== '0';
      return filter[field] === null;
    })
    .map((field) => names[field]);
}

/** Every field that narrows the list, as the address writes it. */
export function paymentFields(filter: Partial<PaymentFilter>): [PaymentFilterName, string][] {
  return (Object.keys(names) as (keyof PaymentFilter)[]).flatMap((field) => {
    const value = filter[field];
    if (!value || (field === 'until' && !filter.month)) return [];
    const text = value instanceof Date ? value.toISOString() : value === true ? '1' : value;
    return [[names[field], text] as [PaymentFilterName, string]];
  });
}

/** The address part that {@link parsePaymentFilter} reads back: "" or "?month=2026-11&kind=charges". */
export function paymentQuery(filter: Partial<PaymentFilter>, after?: string): string {
  const query = new URLSearchParams(paymentFields(filter));
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

const slug = /^[a-z0-9][a-z0-9-]{0,80}$/;

function matching(value: string | null, shape: RegExp): string | null {
  return value !== null && shape.test(value) ? value : null;
}

function parseSource(value: string | null): PaymentSourceGroup | null {
  return value === 'membership' ? 'recurring' : oneOf(paymentSources, value);
}

function parseInstant(value: string | null): Date | null {
  if (!value || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function parseId(value: string | null): string | null {
  return value === noneOfIt
    ? noneOfIt
    : matching(value, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
}
