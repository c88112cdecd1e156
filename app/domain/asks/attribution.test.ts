import { describe, expect, it } from 'vitest';
import {
  type GiftOrigin,
  claimAttribution,
  hostOnly,
  settleAttribution,
  utmOf,
} from './attribution.ts';

const nothing = { source: null, medium: null, campaign: null, term: null, content: null };
const plain: GiftOrigin = {
  articleSlug: null,
  ask: null,
  campaignSlug: null,
  postedFrom: null,
  visit: { lastArticle: null, lastAsk: null, campaign: null, referrerHost: null, utm: nothing },
};
const from = (address: string) => new URL(address, 'https://news.example');

describe('claimAttribution', () => {
  it('credits the article and the ask that the form stood in', () => {
    const origin = {
      ...plain,
      articleSlug: 'berth-four',
      ask: { askId: 'ask', variant: '1b' },
      postedFrom: from('/x'),
    };
    expect(claimAttribution(origin)).toEqual({
      articleSlug: 'berth-four',
      ask: { askId: 'ask', variant: '1b' },
      campaignSlug: null,
    });
  });

  it('prefers the page of the form to the last article read', () => {
    const visit = { ...plain.visit, lastArticle: 'older' };
    expect(claimAttribution({ ...plain, articleSlug: 'this', visit }).articleSlug).toBe('this');
    expect(claimAttribution({ ...plain, visit }).articleSlug).toBe('older');
  });

  it('does not credit an earlier article with a gift that a campaign link brought', () => {
    const visit = { ...plain.visit, lastArticle: 'older' };
    const byForm = claimAttribution({ ...plain, visit, campaignSlug: 'boat' });
    const byLink = claimAttribution({ ...plain, visit, postedFrom: from('/donate?campaign=boat') });
    const byVisit = claimAttribution({ ...plain, visit: { ...visit, campaign: 'boat' } });
    for (const claim of [byForm, byLink, byVisit]) {
      expect(claim).toEqual({ articleSlug: null, ask: null, campaignSlug: 'boat' });
    }
  });

  it('still credits the article in which the form stood when a campaign link led there', () => {
    const origin = {
      ...plain,
      articleSlug: 'this',
      ask: { askId: 'ask', variant: '1b' },
      postedFrom: from('/a?campaign=boat'),
    };
    expect(claimAttribution(origin)).toEqual({
      articleSlug: 'this',
      ask: { askId: 'ask', variant: '1b' },
      campaignSlug: 'boat',
    });
  });

  it('puts the campaign of the form before the one in the address', () => {
    const origin = { ...plain, campaignSlug: 'boat', postedFrom: from('/?campaign=other') };
    expect(claimAttribution(origin).campaignSlug).toBe('boat');
  });

  it('credits the ask that was seen in the article that is credited, and only then', () => {
    const seen = { askId: 'seen', variant: '2none' };
    const visit = { ...plain.visit, lastArticle: 'older', lastAsk: seen };
    expect(claimAttribution({ ...plain, visit })).toMatchObject({
      ...{ articleSlug: 'older', ask: seen },
    });
    expect(claimAttribution({ ...plain, visit, articleSlug: 'this' }).ask).toBeNull();
    expect(claimAttribution({ ...plain, visit, campaignSlug: 'boat' }).ask).toBeNull();
  });

  it('never believes an ask that stood in no article', () => {
    expect(claimAttribution({ ...plain, ask: { askId: 'ask', variant: '1b' } }).ask).toBeNull();
  });
});

describe('utmOf', () => {
  const visit = { ...plain.visit, utm: { ...nothing, source: 'letter', term: 'old' } };

  it('takes the posting page’s own fields, whole', () => {
    expect(utmOf({ ...plain, visit, postedFrom: from('/a?utm_source=post') })).toEqual({
      ...nothing,
      source: 'post',
    });
  });

  it('falls back on what the visit arrived with', () => {
    expect(utmOf({ ...plain, visit, postedFrom: from('/a') })).toEqual(visit.utm);
  });

  it('cuts what is too long', () => {
    const long = 'x'.repeat(500);
    expect(utmOf({ ...plain, postedFrom: from(`/a?utm_source=${long}`) }).source).toHaveLength(120);
  });
});

describe('settleAttribution', () => {
  it('keeps only hosts as hosts', () => {
    const visit = { ...plain.visit, referrerHost: 'https://evil.example/<script>' };
    const found = { articleId: 'a', askId: null, askVariant: null, campaignId: null };
    expect(settleAttribution(found, { ...plain, visit }).referrerHost).toBeNull();
    expect(hostOnly('News.Example.ORG')).toBe('news.example.org');
  });
});
