import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DemoArticle } from './content-schema.ts';
import { parseBody } from './parse-body.ts';
import { parseArticle, picturesOf, readDemoContent } from './read-content.ts';

const content = readDemoContent();

/** All that somebody without an entitlement may read of an article. */
function publicText(article: DemoArticle): string {
  const { blocks, extras, ...rest } = article;
  const front = { ...rest, body: '' };
  const open = article.access === 'supporters' ? [] : blocks;
  const shown = open.map((block) => (block.block === 'extra' ? { ...block, text: '' } : block));
  const cards = extras.map((extra) => ({ ...extra, text: '' }));
  return JSON.stringify([front, shown, cards]);
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('the demo newsroom', () => {
  it('has the numbers of a real front page', () => {
    const { articles, newsroom } = content;
    expect(articles.length).toBeGreaterThanOrEqual(26);
    expect(articles.filter((article) => article.language === 'uk').length).toBeGreaterThanOrEqual(
      8,
    );
    expect(articles.filter((article) => article.picture).length).toBeGreaterThanOrEqual(20);
    expect(
      articles.filter((article) => article.publishedDaysAgo < 1).length,
    ).toBeGreaterThanOrEqual(3);
    expect(newsroom.sections).toHaveLength(5);
    expect(newsroom.authors.length).toBeGreaterThanOrEqual(8);
    expect(content.asks).toHaveLength(4);
    expect(content.pictures.length).toBeGreaterThanOrEqual(24);
    for (const section of newsroom.sections) {
      expect(articles.some((article) => article.section === section.slug)).toBe(true);
    }
    for (const author of newsroom.authors.filter(({ slug }) => slug !== 'olena-vasylchuk')) {
      expect(
        articles.some((article) => article.authors.includes(author.slug)),
        author.slug,
      ).toBe(true);
    }
  });

  it('has two long reads, and nothing too short to be a story', () => {
    const lengths = content.articles.map((article) => words(article.body));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
    expect(lengths.filter((length) => length >= 1500).length).toBeGreaterThanOrEqual(2);
  });

  it('uses every slug once', () => {
    const lists = [
      content.articles.map((article) => article.slug),
      content.newsroom.sections.map((section) => section.slug),
      content.newsroom.authors.map((author) => author.slug),
      content.pictures.map((picture) => picture.id),
      content.asks.map((ask) => ask.name),
      content.tiers.map((tier) => tier.slug),
      ...content.articles.map((article) => article.extras.map((extra) => extra.id)),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it('has extras in six articles or more, two of them Ukrainian, and one article for supporters only', () => {
    const gated = content.articles.filter((article) => article.extras.length > 0);
    expect(gated.length).toBeGreaterThanOrEqual(6);
    expect(gated.filter((article) => article.language === 'uk').length).toBeGreaterThanOrEqual(2);
    expect(content.articles.filter((article) => article.access === 'supporters')).toHaveLength(1);
  });
});

describe('gated text', () => {
  it('carries one marker each, which occurs exactly once and only there', () => {
    const everything = content.articles
      .map((article) => publicText(article) + article.body)
      .join('\n');
    for (const { article: slug, extra: id, sentence } of content.markers) {
      const article = content.articles.find((candidate) => candidate.slug === slug);
      const hidden =
        id === null ? article?.body : article?.extras.find((extra) => extra.id === id)?.text;
      expect(occurrences(hidden ?? '', sentence), sentence).toBe(1);
      for (const other of content.articles) expect(publicText(other)).not.toContain(sentence);
      expect(occurrences(content.articles.map(({ body }) => body).join('\n'), sentence)).toBe(1);
      expect(everything).toContain(sentence);
    }
    const gates = content.articles.flatMap((article) => [
      ...article.extras.map((extra) => `${article.slug}/${extra.id}`),
      ...(article.access === 'supporters' ? [`${article.slug}/null`] : []),
    ]);
    const marked = content.markers.map((marker) => `${marker.article}/${marker.extra}`);
    expect(marked.sort()).toEqual(gates.sort());
  });

  it('is not given away by its teaser', () => {
    for (const article of content.articles) {
      const pairs = article.extras.map((extra) => [extra.teaser, extra.text] as const);
      if (article.teaser !== undefined)
        pairs.push([article.teaser, article.body], [article.dek, article.body]);
      for (const [teaser, hidden] of pairs) {
        for (const sentence of teaser.split(/(?<=[.!?])\s+/))
          expect(hidden).not.toContain(sentence);
      }
    }
  });
});

describe('pictures', () => {
  it('exist in three sizes, are all used, and weigh less than 5 MB together', () => {
    let bytes = 0;
    const used = new Set(content.articles.flatMap(picturesOf));
    for (const picture of content.pictures) {
      for (const file of Object.values(picture.files)) {
        expect(existsSync(file), file).toBe(true);
        bytes += statSync(file).size;
      }
      expect(used.has(picture.id), picture.id).toBe(true);
    }
    expect(bytes).toBeLessThan(5_000_000);
  });
});

describe('tiers', () => {
  it('rise in every currency and interval, and give no fewer perks', () => {
    content.tiers.slice(1).forEach((tier, index) => {
      const below = content.tiers[index];
      if (!below) throw new Error('tiers are out of order');
      for (const [currency, minimum] of Object.entries(tier.minimumMinor)) {
        const lower = Object.entries(below.minimumMinor).find(([name]) => name === currency)?.[1];
        expect(minimum.month).toBeGreaterThan(lower?.month ?? Infinity);
        expect(minimum.year).toBeGreaterThan(lower?.year ?? Infinity);
      }
      expect(tier.perks).toEqual(expect.arrayContaining(below.perks));
    });
  });
});

describe('messages about mistakes', () => {
  const front = [
    'slug: a',
    'language: en',
    'section: city',
    'authors: [b]',
    'tags: [c]',
    'headline: H',
    'dek: D',
    'publishedDaysAgo: 1',
    'picture: null',
    'pictureCaption: null',
    'access: free',
    'sensitive: false',
    'seoDescription: S',
  ];

  it('name the file and the key', () => {
    const broken = front.map((line) => (line === 'language: en' ? 'language: de' : line));
    expect(() => parseArticle(`---\n${broken.join('\n')}\n---\nText`, 'a.md')).toThrow(
      /^a\.md: language:/,
    );
    expect(() => parseArticle(`---\n${front.join('\n')}\nmood: calm\n---\nText`, 'a.md')).toThrow(
      /mood/,
    );
    expect(() => parseArticle(`---\n${front.join('\n')}\n---\nText`, 'b.md')).toThrow(
      /^b\.md: slug:/,
    );
  });

  it('name the line of a bad fence', () => {
    expect(() => parseBody('One\n\n:::', 'a.md')).toThrow('a.md: line 3');
    expect(() => parseBody('::: note\nOne', 'a.md')).toThrow('left open');
    expect(() => parseBody('::: note\n::: note\n:::', 'a.md')).toThrow('inside another');
    expect(() => parseBody('::: quote\nOne\n:::', 'a.md')).toThrow('"quote", by');
    expect(() => parseBody('::: note by=me\nOne\n:::', 'a.md')).toThrow('malformed fence');
  });
});
