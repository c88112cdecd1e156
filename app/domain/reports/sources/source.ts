import {
  type PaymentFilter,
  everyPayment,
  noneOfIt,
  oneOf,
  parseCurrency,
  standings,
} from '../payment-filter.ts';

export const sourceDimensions = [
  'article',
  'section',
  'author',
  'ask',
  'campaign',
  'country',
  'currency',
  'tier',
  'standing',
  'referrer',
] as const;
/** What income is broken down by. */
export type SourceDimension = (typeof sourceDimensions)[number];

/** What is kept in `rollup_sources`; sections and authors are read from the articles, currencies from the income. */
export type KeptDimension = Exclude<SourceDimension, 'section' | 'author' | 'currency'>;

/**
 * The filter of payments that leads to what stands under a key.
 * @param key empty: none of it. An ask and its variant are "<ask>/<variant>".
 */
export function filterOfKey(by: SourceDimension, key: string): Partial<PaymentFilter> {
  const named = key === '' ? noneOfIt : key;
  switch (by) {
    case 'article':
      return { articleId: named };
    case 'section':
      return { section: named };
    case 'author':
      return { author: named };
    case 'ask': {
      if (key === '') return { askId: noneOfIt };
      const [askId, variant] = split(key);
      return { askId, variant: variant === '' ? noneOfIt : variant };
    }
    case 'campaign':
      return { campaignId: named };
    case 'country':
      return { country: named };
    case 'currency':
      return { currency: key };
    case 'tier':
      return { tierId: named };
    case 'standing':
      return { standing: oneOf(standings, key) };
    case 'referrer':
      return { referrer: named };
  }
}

/** The ask and the variant of a key; a part that is not there is ''. */
export function split(key: string): readonly [ask: string, variant: string] {
  const at = key.indexOf('/');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/**
 * Which dimension a filter is about, and nothing else but days, a settlement currency, and charges
 * or what went back: then the rollup knows its sums. Null: something else is asked as well.
 */
export function keptDimensionOf(filter: PaymentFilter): SourceDimension | null {
  const { from, to, month, settledIn, kind, ...rest } = filter;
  if (kind !== null && kind !== 'charges' && kind !== 'returns') return null;
  const set = (Object.keys(rest) as (keyof typeof rest)[]).filter(
    (field) => rest[field] !== everyPayment[field],
  );
  const fields = {
    article: 'articleId',
    section: 'section',
    author: 'author',
    campaign: 'campaignId',
    country: 'country',
    tier: 'tierId',
    standing: 'standing',
    referrer: 'referrer',
  } as const;
  if (set.length > 0 && set.every((field) => field === 'askId' || field === 'variant')) {
    return filter.askId ? 'ask' : null;
  }
  const [only] = set;
  if (set.length !== 1) return null;
  const names = Object.keys(fields) as (keyof typeof fields)[];
  return names.find((name) => fields[name] === only) ?? null;
}

export const sourceSorts = [
  'charges',
  'gross',
  'returned',
  'fees',
  'net',
  'before',
  'name',
] as const;
export type SourceSort = (typeof sourceSorts)[number];

/** What a page of the breakdown shows, besides its days. */
export interface SourceQuestion {
  readonly by: SourceDimension;
  /** The settlement currency; null: the one with the most payments. */
  readonly settledIn: string | null;
  readonly sort: SourceSort;
  /** From 1. */
  readonly page: number;
}

const lastPage = 10_000;

/** Reads `by`, `settlement`, `sort` and `page` from an address. What can't be read is as if not there. */
export function parseSourceQuestion(query: URLSearchParams): SourceQuestion {
  const page = Number(query.get('page') ?? '1');
  return {
    by: oneOf(sourceDimensions, query.get('by')) ?? 'article',
    settledIn: parseCurrency(query.get('settlement')),
    sort: oneOf(sourceSorts, query.get('sort')) ?? 'gross',
    page: Number.isInteger(page) && page > 0 && page <= lastPage ? page : 1,
  };
}

/** The fields of the address that {@link parseSourceQuestion} reads back. */
export function sourceFields(question: Partial<SourceQuestion>): Record<string, string> {
  const { by, settledIn, sort, page } = question;
  return {
    ...(by && by !== 'article' ? { by } : {}),
    ...(settledIn ? { settlement: settledIn } : {}),
    ...(sort && sort !== 'gross' ? { sort } : {}),
    ...(page && page > 1 ? { page: String(page) } : {}),
  };
}

/** What a source brought in some days, in minor units of one settlement currency, signed from the newsroom's side. */
export interface SourceFigures {
  /** Charges. */
  readonly charges: number;
  /** Of charges, before fees. */
  readonly gross: number;
  /** Refunds and disputes, less what came back of them: negative. */
  readonly returned: number;
  /** Positive when Stripe keeps something. */
  readonly fees: number;
  /** gross + returned - fees */
  readonly net: number;
}

export interface SourceRow extends SourceFigures {
  /** Empty: of none. */
  readonly key: string;
  /** Null: there is no such thing (any longer), or the key says it all. */
  readonly name: string | null;
  /** The language of an article. */
  readonly language: 'en' | 'uk' | null;
  /** Net in the days that the range is compared with. */
  readonly before: number;
}

export interface SourceReport {
  readonly question: SourceQuestion;
  /** The one shown; null: nothing was settled in these days. */
  readonly currency: string | null;
  /** Every settlement currency of the days, the fullest first. */
  readonly currencies: readonly string[];
  readonly rows: readonly SourceRow[];
  readonly hasMore: boolean;
  /** All payments of the days in this currency; rows need not add up to it (see authors). */
  readonly total: SourceFigures & { readonly before: number };
  /** Movements of the days that wait for Stripe's figures: in none of the sums. */
  readonly waiting: number;
  /** The largest gross of all rows: the whole length of a bar. */
  readonly largest: number;
}
