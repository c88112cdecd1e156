import { oneOf, parseCurrency } from './payment-filter.ts';
import { type MonthKey, parseMonth } from './report-month.ts';

export const supporterGroups = [
  'patrons',
  'past_due',
  'donors',
  'lapsed',
  'joined',
  'left',
] as const;
/**
 * patrons: a membership in force. past_due: one whose payment fails. donors: gave once.
 * lapsed: had a membership, has none. joined, left: a membership began or ended in the month.
 */
export type SupporterGroup = (typeof supporterGroups)[number];

export interface SupporterFilter {
  /** A part of a name or an address, or a Stripe customer's id. */
  readonly search: string | null;
  readonly group: SupporterGroup | null;
  /** For `joined` and `left`. */
  readonly month: MonthKey | null;
  /** The currency of the membership, for the groups of patrons. */
  readonly currency: string | null;
}

export const everySupporter: SupporterFilter = {
  search: null,
  group: null,
  month: null,
  currency: null,
};

const longestSearch = 200;

export function parseSupporterFilter(query: URLSearchParams): SupporterFilter {
  const search = (query.get('search') ?? '').normalize('NFC').trim().slice(0, longestSearch);
  const group = oneOf(supporterGroups, query.get('group'));
  return {
    search: search === '' ? null : search,
    group,
    month: group === 'joined' || group === 'left' ? parseMonth(query.get('month')) : null,
    currency: group && group !== 'donors' ? parseCurrency(query.get('currency')) : null,
  };
}

export function supporterQuery(filter: Partial<SupporterFilter>, after?: string): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('search', filter.search);
  if (filter.group) query.set('group', filter.group);
  if (filter.month) query.set('month', filter.month);
  if (filter.currency) query.set('currency', filter.currency);
  if (after) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
