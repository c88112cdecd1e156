import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCursor, parseCursor } from './cursor.ts';
import {
  type PaymentFilter,
  everyPayment,
  findUnreadablePayments,
  parsePaymentFilter,
  paymentKinds,
  paymentQuery,
  paymentSources,
  standings,
} from './payment-filter.ts';
import {
  type SupporterFilter,
  everySupporter,
  findUnreadable,
  parseSupporterFilter,
  supporterGroups,
  supporterQuery,
  supporterSorts,
} from './supporter-filter.ts';

const id = fc.uuid();
const month = fc.constantFrom('2026-11', '2025-01', null);
const currency = fc.constantFrom('EUR', 'UAH', null);
const credited = fc.oneof(id, fc.constantFrom('none', null));

describe('filters in addresses', () => {
  it('of payments are read back as they were written', () => {
    const filter: fc.Arbitrary<PaymentFilter> = fc
      .record({
        from: fc.constantFrom('2026-01-31', null),
        to: fc.constantFrom('2026-11-03', null),
        month,
        until: fc.constantFrom(new Date('2026-11-12T10:00:00.000Z'), null),
        source: fc.constantFrom(...paymentSources, null),
        kind: fc.constantFrom(...paymentKinds, null),
        currency,
        settledIn: currency,
        articleId: credited,
        section: fc.constantFrom('world', 'none', null),
        author: fc.constantFrom('ann-lee', 'none', null),
        askId: credited,
        variant: fc.constantFrom('a', 'none', null),
        campaignId: credited,
        country: fc.constantFrom('UA', 'none', null),
        tierId: credited,
        standing: fc.constantFrom(...standings, null),
        referrer: fc.constantFrom('search.example', 'utm:лист 1', 'none', null),
        isFirst: fc.boolean(),
        isWaiting: fc.boolean(),
      })
      .map((all) => ({ ...all, until: all.month ? all.until : null }));
    fc.assert(
      fc.property(filter, (wanted) => {
        expect(parsePaymentFilter(new URLSearchParams(paymentQuery(wanted)))).toEqual(wanted);
      }),
    );
  });

  it('of supporters are read back as they were written', () => {
    const minor = fc.option(fc.integer({ min: 0, max: 99_999_999 }));
    const filter: fc.Arbitrary<SupporterFilter> = fc
      .record({
        search: fc.constantFrom('Олена & co', 'cus_1', null),
        group: fc.constantFrom(...supporterGroups, null),
        month,
        currency,
        tier: fc.constantFrom('friend', null),
        givenIn: fc.constantFrom('EUR', 'JPY', null),
        givenFrom: minor,
        givenUntil: minor,
        articleId: fc.option(id),
        campaignId: fc.option(id),
        country: fc.constantFrom('UA', null),
        language: fc.constantFrom('uk' as const, null),
        joined: month,
        still: fc.constantFrom(true, false, null),
        firstGift: month,
        sort: fc.constantFrom(...supporterSorts),
      })
      .map((all) => ({
        ...all,
        month: all.group === 'joined' || all.group === 'left' ? all.month : null,
        currency:
          all.group && !['donors', 'lapsed_donors', 'granted', 'staff'].includes(all.group)
            ? all.currency
            : null,
        givenFrom: all.givenIn ? all.givenFrom : null,
        givenUntil: all.givenIn ? all.givenUntil : null,
        sort: all.sort === 'given' && !all.givenIn ? 'newest' : all.sort,
      }));
    fc.assert(
      fc.property(filter, (wanted) => {
        expect(parseSupporterFilter(new URLSearchParams(supporterQuery(wanted)))).toEqual(wanted);
      }),
    );
  });

  it('of supporters say which field can’t be read', () => {
    const wrong = 'given_in=EUR&given_from=a+lot&country=Ukraine&joined=2026-13&first_gift=';
    expect(findUnreadable(new URLSearchParams(wrong))).toEqual(['given_from', 'country', 'joined']);
    const reversed = 'given_in=EUR&given_from=50&given_until=12,50';
    expect(findUnreadable(new URLSearchParams(reversed))).toEqual(['given_until']);
    expect(findUnreadable(new URLSearchParams('country=ua'))).toEqual([]);
  });

  it('that make no sense are left out', () => {
    const query = new URLSearchParams(
      "month=2026-99&source=x&kind='--&currency=eur&article=1&until=yesterday&settled_in=EURO",
    );
    expect(parsePaymentFilter(query)).toEqual(everyPayment);
    expect(findUnreadablePayments(query)).toEqual([
      ...['month', 'kind', 'source', 'currency', 'article'],
    ]);
    const days = new URLSearchParams('from=2026-11-31&to=2026-11-30&country=u1&waiting=yes&tier=1');
    expect(findUnreadablePayments(days)).toEqual(['from', 'country', 'tier', 'waiting']);
    expect(parseSupporterFilter(new URLSearchParams('group=all&month=2026-11'))).toEqual(
      everySupporter,
    );
  });

  it('take days the wrong way round, and the words of movements, as they are meant', () => {
    const query = new URLSearchParams(
      'from=2026-11-09&to=2026-11-01&kind=charge&source=membership',
    );
    expect(paymentQuery(parsePaymentFilter(query))).toBe(
      '?from=2026-11-01&to=2026-11-09&kind=charges&source=recurring',
    );
    expect(findUnreadablePayments(query)).toEqual([]);
    expect(parsePaymentFilter(new URLSearchParams('settled_in=EUR')).settledIn).toBe('EUR');
  });

  it('carry a place in the list to the microsecond', () => {
    const cursor = {
      at: '2026-11-22T18:40:00.123456Z',
      id: '019ab6f0-0000-7000-8000-000000000001',
    };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    expect(
      parseCursor('2026-99-22T18:40:00.123456Z_019ab6f0-0000-7000-8000-000000000001'),
    ).toBeNull();
    expect(parseCursor("'; drop table payments")).toBeNull();
    expect(parseCursor(null)).toBeNull();
  });
});
