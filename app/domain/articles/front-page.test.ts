import { describe, expect, it } from 'vitest';
import type { StoryCard } from './article.ts';
import { layFrontPage } from './front-page.ts';

function story(id: string, language: 'en' | 'uk', section: string, hasPicture = true): StoryCard {
  return {
    id,
    slug: id,
    language,
    section: { slug: section, name: { en: section, uk: section } },
    headline: id,
    dek: '',
    authors: [],
    picture: hasPicture
      ? {
          id: 'p',
          width: 3,
          height: 2,
          widths: [480],
          alt: '',
          credit: '',
          caption: null,
          hasAvif: false,
        }
      : null,
    publishedAt: '2026-01-01T00:00:00.000Z',
    isForSupporters: false,
  };
}

const stories = [
  story('n1', 'en', 'war', false),
  story('n2', 'en', 'city'),
  story('u1', 'uk', 'city'),
  ...Array.from({ length: 9 }, (_, index) => story(`e${index}`, 'en', index % 2 ? 'city' : 'war')),
  story('u2', 'uk', 'war'),
];
const lay = (locale: 'en' | 'uk', mostSupportedIds: string[] = []) =>
  layFrontPage({ locale, stories, sectionOrder: ['city', 'war', 'empty'], mostSupportedIds });

describe('the front page', () => {
  it('leads with the newest story that has a picture, in the page’s language', () => {
    expect(lay('en').lead?.id).toBe('n2');
    expect(lay('uk').lead?.id).toBe('u1');
  });

  it('shows no story twice outside the lists of latest and most supported', () => {
    const { lead, secondary, strips } = lay('en');
    const ids = [lead, ...secondary, ...strips.flatMap((strip) => strip.stories)].map(
      (each) => each?.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps the other language apart in English, and mixes it in in Ukrainian', () => {
    expect(lay('en').latest.every(({ language }) => language === 'en')).toBe(true);
    expect(lay('en').otherLanguage.map(({ id }) => id)).toEqual(['u1', 'u2']);
    expect(lay('uk').latest.some(({ language }) => language === 'en')).toBe(true);
    expect(lay('uk').otherLanguage).toEqual([]);
  });

  it('gives the most supported in their order, and passes over unknown ones', () => {
    expect(lay('en', ['e3', 'gone', 'u2']).mostSupported.map(({ id }) => id)).toEqual(['e3', 'u2']);
  });

  it('stands empty when nothing is out', () => {
    const empty = layFrontPage({
      locale: 'uk',
      stories: [],
      sectionOrder: ['city'],
      mostSupportedIds: [],
    });
    expect(empty.lead).toBeNull();
    expect(empty.strips).toEqual([]);
  });
});
