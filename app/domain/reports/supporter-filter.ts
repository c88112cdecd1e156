import { isLocale, type Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import { amountCell } from './csv-cell.ts';
import { oneOf, parseCurrency } from './payment-filter.ts';
import { type MonthKey, parseMonth } from './report-month.ts';

export const supporterGroups = [
  'patrons',
  'at_risk',
  'past_due',
  'cancelling',
  'card_ending',
  'lapsed',
  'donors',
  'lapsed_donors',
  'granted',
  'staff',
  'joined',
  'left',
] as const;
/**
 * patrons: a membership in force. at_risk: one that is failing, cancelled but not yet ended, or
 * whose card ends; `past_due`, `cancelling` and `card_ending` are its parts. lapsed: had a
 * membership, has none. donors: gave outside a membership; lapsed_donors: not for twelve months,
 * and no patrons. granted: have access that was given to them. joined, left: a membership began or
 * stopped to bring revenue in the month.
 */
export type SupporterGroup = (typeof supporterGroups)[number];

export const supporterSorts = ['newest', 'last_payment', 'given'] as const;
export type SupporterSort = (typeof supporterSorts)[number];

/** Which supporters a list shows. It is written in the address; what it names together must all hold. */
export interface SupporterFilter {
  /** A part of a name or an address, or an id of Stripe's or ours. */
  readonly search: string | null;
  readonly group: SupporterGroup | null;
  /** For `joined` and `left`. */
  readonly month: MonthKey | null;
  /** The currency of the membership, for the groups of patrons. */
  readonly currency: string | null;
  /** The slug of the tier of the membership in force, or else of the latest. */
  readonly tier: string | null;
  /** What was given, in a currency that Stripe settled in: both ends included, minor units. */
  readonly givenIn: string | null;
  readonly givenFrom: number | null;
  readonly givenUntil: number | null;
  /** What brought the first payment. */
  readonly articleId: string | null;
  readonly campaignId: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly language: Locale | null;
  /** The month in which the first membership began. */
  readonly joined: MonthKey | null;
  /** Is a membership in force now? */
  readonly still: boolean | null;
  /** The month of the first payment of any kind. */
  readonly firstGift: MonthKey | null;
  /** `given` goes by `givenIn`, and is `newest` without it. */
  readonly sort: SupporterSort;
}

export const everySupporter: SupporterFilter = {
  search: null,
  group: null,
  month: null,
  currency: null,
  tier: null,
  givenIn: null,
  givenFrom: null,
  givenUntil: null,
  articleId: null,
  campaignId: null,
  country: null,
  language: null,
  joined: null,
  still: null,
  firstGift: null,
  sort: 'newest',
};

const longestSearch = 200;
const largestAmount = 1_000_000_000_00;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address. What can't be read is left out, and the list says which filters hold. */
export function parseSupporterFilter(query: URLSearchParams): SupporterFilter {
  const search = (query.get('search') ?? '').normalize('NFC').trim().slice(0, longestSearch);
  const group = oneOf(supporterGroups, query.get('group'));
  const givenIn = parseCurrency(query.get('given_in'));
  const language = query.get('language');
  const still = query.get('still');
  const sort = oneOf(supporterSorts, query.get('sort')) ?? 'newest';
  return {
    search: search === '' ? null : search,
    group,
    month: group === 'joined' || group === 'left' ? parseMonth(query.get('month')) : null,
    currency: group && isOfMemberships(group) ? parseCurrency(query.get('currency')) : null,
    tier: matching(query.get('tier'), /^[a-z0-9][a-z0-9-]{0,60}$/),
    givenIn,
    givenFrom: givenIn ? readAmount(query.get('given_from'), givenIn) : null,
    givenUntil: givenIn ? readAmount(query.get('given_until'), givenIn) : null,
    articleId: matching(query.get('article'), uuid),
    campaignId: matching(query.get('campaign'), uuid),
    country: matching((query.get('country') ?? '').trim().toUpperCase(), /^[A-Z]{2}$/),
    language: isLocale(language) ? language : null,
    joined: parseMonth(query.get('joined')),
    still: still === '1' ? true : still === '0' ? false : null,
    firstGift: parseMonth(query.get('first_gift')),
    sort: sort === 'given' && !givenIn ? 'newest' : sort,
  };
}

/** Fields of the address that hold something which is no filter. The list is shown without them. */
export function findUnreadable(query: URLSearchParams): SupporterField[] {
  const filter = parseSupporterFilter(query);
  const typed = (name: string) => (query.get(name) ?? '').trim() !== '';
  const wrong: SupporterField[] = [];
  for (const [field, value] of [
    ['given_from', filter.givenFrom],
    ['given_until', filter.givenUntil],
    ['country', filter.country],
    ['joined', filter.joined],
    ['first_gift', filter.firstGift],
  ] as const) {
    if (typed(field) && value === null) wrong.push(field);
  }
  const { givenFrom, givenUntil } = filter;
  if (givenFrom !== null && givenUntil !== null && givenFrom > givenUntil)
    wrong.push('given_until');
  return wrong;
}
export type SupporterField = 'given_from' | 'given_until' | 'country' | 'joined' | 'first_gift';

/** The address part that {@link parseSupporterFilter} reads back: "" or "?group=patrons". */
export function supporterQuery(filter: Partial<SupporterFilter>, after?: string): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => {
    if (value) query.set(name, value);
  };
  const amount = (minor: number | null | undefined) =>
    filter.givenIn && minor !== null && minor !== undefined
      ? amountCell(money(minor, filter.givenIn))
      : null;
  set('search', filter.search);
  set('group', filter.group);
  set('month', filter.month);
  set('currency', filter.currency);
  set('tier', filter.tier);
  set('given_in', filter.givenIn);
  set('given_from', amount(filter.givenFrom));
  set('given_until', amount(filter.givenUntil));
  set('article', filter.articleId);
  set('campaign', filter.campaignId);
  set('country', filter.country);
  set('language', filter.language);
  set('joined', filter.joined);
  set('still', filter.still === true ? '1' : filter.still === false ? '0' : null);
  set('first_gift', filter.firstGift);
  set('sort', filter.sort === 'newest' ? null : filter.sort);
  set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when it leaves somebody out. */
export function narrows(filter: SupporterFilter): boolean {
  return supporterQuery({ ...filter, sort: 'newest' }) !== '';
}

const groupsWithoutMembership: readonly SupporterGroup[] = [
  'donors',
  'lapsed_donors',
  'granted',
  'staff',
];

function isOfMemberships(group: SupporterGroup): boolean {
  return !groupsWithoutMembership.includes(group);
}

function matching(value: string | null, shape: RegExp): string | null {
  return value !== null && shape.test(value) ? value : null;
}

function readAmount(typed: string | null, currency: string): number | null {
  const amount = typed ? parseAmount(typed, currency) : null;
  return amount?.ok && amount.value.amountMinor <= largestAmount ? amount.value.amountMinor : null;
}
