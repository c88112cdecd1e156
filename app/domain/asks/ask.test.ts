import { describe, expect, it } from 'vitest';
import { type AskPage, type AskRules, judgeAsk } from './ask.ts';

const page: AskPage = { tags: ['war', 'energy'], sectionSlug: 'war', isSensitive: false };
const reader = { isPatron: false, country: null, browser: null };
const now = new Date('2026-11-22T12:00:00Z');

function reasons(rules: AskRules, change: Partial<AskPage> = {}, isPatron = false, also = {}) {
  const verdict = judgeAsk(
    { isActive: true, rules },
    { ...page, ...change },
    { ...reader, isPatron, ...also },
    now,
  );
  return verdict.passes ? [] : verdict.because;
}

describe('judgeAsk', () => {
  it('lets an ask without rules stand anywhere but where it would hurt', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({}, { isSensitive: true })).toEqual(['sensitive_page']);
    expect(reasons({}, {}, true)).toEqual(['reader_is_patron']);
  });

  it('may be told to stand on sensitive pages and before patrons', () => {
    expect(reasons({ excludeSensitive: false }, { isSensitive: true })).toEqual([]);
    expect(reasons({ notForPatrons: false }, {}, true)).toEqual([]);
  });

  it('wants one of its tags, and none of those it shuns', () => {
    expect(reasons({ anyTags: ['mines', 'energy'] })).toEqual([]);
    expect(reasons({ anyTags: ['culture'] })).toEqual(['tag_missing']);
    expect(reasons({ noTags: ['energy'] })).toEqual(['tag_excluded']);
    expect(reasons({ anyTags: [], sections: [] })).toEqual([]);
  });

  it('keeps to its sections', () => {
    expect(reasons({ sections: ['war', 'city'] })).toEqual([]);
    expect(reasons({ sections: ['culture'] })).toEqual(['other_section']);
  });

  it('begins with its first instant and ends before its last', () => {
    expect(reasons({ startsAt: now.toISOString() })).toEqual([]);
    expect(reasons({ startsAt: '2026-11-22T12:00:00.001Z' })).toEqual(['not_begun']);
    expect(reasons({ endsAt: now.toISOString() })).toEqual(['over']);
    expect(reasons({ endsAt: '2026-11-22T12:00:00.001Z' })).toEqual([]);
  });

  it('keeps to its countries as far as the country is known', () => {
    const rules = { countries: ['DE', 'AT'] };
    expect(reasons(rules, {}, false, { country: 'DE' })).toEqual([]);
    expect(reasons(rules, {}, false, { country: 'FR' })).toEqual(['other_country']);
    expect(reasons(rules, {}, false, { country: null })).toEqual([]);
  });

  it('leaves to the browser what only it knows, and judges it when told', () => {
    const rules = { maxViews: 3, minArticles: 2 };
    const told = (views: number, articles: number) =>
      reasons(rules, {}, false, { browser: { views, articles } });
    expect(reasons(rules)).toEqual([]);
    expect(told(2, 2)).toEqual([]);
    expect(told(3, 1)).toEqual(['seen_enough', 'read_too_little']);
  });

  it('names every reason at once', () => {
    const rules = { anyTags: ['culture'], sections: ['culture'], endsAt: '2026-01-01T00:00:00Z' };
    expect(reasons(rules, { isSensitive: true })).toEqual([
      'sensitive_page',
      'tag_missing',
      'other_section',
      'over',
    ]);
    expect(judgeAsk({ isActive: false, rules: {} }, page, reader, now)).toEqual({
      passes: false,
      because: ['inactive'],
    });
  });
});
