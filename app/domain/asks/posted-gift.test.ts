import { describe, expect, it } from 'vitest';
import { sortPostedGift } from './posted-gift.ts';

const context = {
  offered: ['EUR', 'UAH'],
  fallback: { currency: 'EUR', frequency: 'once' },
  referer: null,
} as const;
const sort = (raw: Record<string, string>, referer: string | null = null) =>
  sortPostedGift(raw, { ...context, referer });

describe('sortPostedGift', () => {
  it('reads what our own form sends', () => {
    const posted = sort(
      {
        frequency: 'monthly',
        currency: 'UAH',
        'preset-once': '500',
        'preset-monthly': '300',
        'preset-yearly': '3000',
        ownAmount: '',
        coversFee: 'yes',
        article: 'berth-four',
        attempt: '0123456789abcdef0123456789abcdef',
        lastArticle: 'older-story',
        utm_source: 'letter',
        referrer: 'search.example',
      },
      'https://news.example/investigations/berth-four',
    );
    expect(posted).toMatchObject({
      frequency: 'monthly',
      currency: 'UAH',
      attemptKey: '0123456789abcdef0123456789abcdef',
      fields: { presets: { monthly: '300' }, coversFee: true, isAnonymous: false },
      origin: {
        articleSlug: 'berth-four',
        visit: {
          lastArticle: 'older-story',
          referrerHost: 'search.example',
          utm: { source: 'letter' },
        },
      },
    });
  });

  it('forgets the amounts of a currency that is not offered any more', () => {
    const amounts = { ownAmount: '400', 'preset-once': '500', note: 'Kept' };
    expect(sort({ currency: 'USD', ...amounts })).toMatchObject({
      ...{ currency: 'EUR', isCurrencyGone: true },
      fields: { ownAmount: '', presets: { once: '' }, note: 'Kept' },
    });
    expect(sort({ currency: 'UAH', ...amounts })).toMatchObject({
      ...{ currency: 'UAH', isCurrencyGone: false, fields: { ownAmount: '400' } },
    });
  });

  it('survives an empty form', () => {
    expect(sort({})).toMatchObject({ frequency: 'once', currency: 'EUR', attemptKey: null });
  });

  it('does not take hostile values for what they claim to be', () => {
    const posted = sort(
      {
        frequency: 'hourly',
        currency: 'XXX',
        article: '../../etc/passwd',
        campaign: "x' or 1=1",
        tier: '<b>',
        attempt: 'short',
        referrer: 'https://a.example/path',
        note: 'n'.repeat(100_000),
        coversFee: 'on',
      },
      'not an address',
    );
    expect(posted).toMatchObject({
      frequency: 'once',
      currency: 'EUR',
      tierSlug: null,
      attemptKey: null,
      fields: { coversFee: false },
      origin: { articleSlug: null, campaignSlug: null, postedFrom: null },
    });
    expect(posted.origin.visit.referrerHost).toBeNull();
    expect(posted.fields.note).toHaveLength(5_000);
  });
});
