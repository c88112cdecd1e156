import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { articles } from '../../db/schema/articles.ts';
import { type TestDatabase, createTestDatabase } from '../../db/testing/database.ts';
import { addDays, addMs, hoursMs } from '../../kernel/dates.ts';
import { createLogger } from '../../platform/logger.ts';
import { readEnv } from '../../platform/env.ts';
import { type Services, createServices } from '../../services.server.ts';
import { newsArticleData } from '../../ui/article/structured-data.ts';
import { feedXml } from '../../ui/feed/feed-xml.ts';
import { listAddresses } from './list-addresses.server.ts';
import { listFrontPage } from './list-front-page.server.ts';
import { listSection } from './list-section.server.ts';
import { listSections } from './list-sections.server.ts';
import { storiesPerPage } from './list-stories.server.ts';
import { readArticle } from './read-article.server.ts';
import { readFeed } from './read-feed.server.ts';
import { type SaveArticleInput, saveArticle } from './save-article.server.ts';
import { saveAuthors } from './save-authors.server.ts';
import { savePictures } from './save-pictures.server.ts';
import { saveSections } from './save-sections.server.ts';
import { searchArticles } from './search-articles.server.ts';

const marker = 'zebrafish';
const now = new Date('2026-03-01T12:00:00Z');
const both = (text: string) => ({ en: text, uk: text });
const open = { isOpen: true, rank: 0 } as const;
const closed = { isOpen: false, because: 'signed_out' } as const;

let database: TestDatabase;
let services: Services;
let ctx: Services;

beforeAll(async () => {
  database = await createTestDatabase();
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    STRIPE_SECRET_KEY: 'sk_test_unused',
    STRIPE_WEBHOOK_SECRET: 'whsec_unused',
    SMTP_URL: 'smtp://127.0.0.1:1',
    APP_SECRET: 'x'.repeat(32),
  });
  services = await createServices(env, { clock: { now: () => now }, log: createLogger('silent') });
  ctx = services;
  await saveSections(ctx, [
    { slug: 'city', name: both('City'), description: both('Streets') },
    { slug: 'land', name: both('Land'), description: both('Rivers') },
  ]);
  await saveAuthors(ctx, [
    { slug: 'ann', name: { en: 'Ann', uk: 'Анна' }, role: both('Editor'), bio: both('Bio') },
    { slug: 'bob', name: { en: 'Bob', uk: 'Боб' }, role: both('Writer'), bio: both('Bio') },
  ]);
  await savePictures(ctx, [picture('ferry'), picture('scan')]);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});
beforeEach(async () => {
  await ctx.db.execute('truncate articles cascade');
});

function picture(id: string) {
  const facts = { width: 1600, height: 1067, widths: [480, 960, 1600], colour: '#cccccc' };
  return { id, ...facts, alt: both(`alt of ${id}`), credit: both('Print: us') };
}

async function save(slug: string, change: Partial<SaveArticleInput> = {}): Promise<string> {
  const saved = await saveArticle(ctx, {
    slug,
    language: 'en',
    sectionSlug: 'city',
    headline: `Headline ${slug}`,
    dek: 'A dek',
    body: 'Plain words.',
    teaser: null,
    access: 'free',
    isSensitive: false,
    tags: [],
    pictureId: null,
    pictureCaption: null,
    seoDescription: null,
    status: 'published',
    publishedAt: addDays(now, -1),
    updatedAt: addDays(now, -1),
    authorSlugs: ['ann'],
    ...change,
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.articleId;
}

const withExtra = `Public ferry words.

::: extra id="papers" kind="documents" title="The papers" holds="3 documents" teaser="A first line"
The ${marker} paragraph.

::: picture id="scan" caption="${marker} caption"
:::
:::

After it.`;

describe('saving', () => {
  it('replaces an article of the same name, bylines and all', async () => {
    const first = await save('a', { authorSlugs: ['ann', 'bob'] });
    const second = await save('a', { headline: 'New', authorSlugs: ['bob', 'ann', 'bob'] });
    expect(second).toBe(first);
    const article = await readArticle(ctx, { slug: 'a', access: closed });
    expect(article?.headline).toBe('New');
    expect(article?.authors.map(({ name }) => name)).toEqual(['Bob', 'Ann']);
  });

  it.each([
    ['slug_malformed', { slug: 'Not a slug' }],
    ['headline_missing', { headline: ' ' }],
    ['body_malformed', { body: '::: note\nNever closed' }],
    ['teaser_missing', { access: 'supporters' }],
    ['date_missing', { publishedAt: null }],
    ['section_unknown', { sectionSlug: 'nowhere' }],
    ['author_unknown', { authorSlugs: ['nobody'] }],
    ['picture_unknown', { body: '::: picture id="none"\n:::' }],
  ] as const)('refuses with %s and stores nothing', async (reason, change) => {
    await expect(save('a', change)).rejects.toThrow(reason);
    expect(await ctx.db.$count(articles)).toBe(0);
  });
});

describe('an article', () => {
  it('is out from its hour on, and never as a draft', async () => {
    await save('soon', { status: 'scheduled', publishedAt: addMs(now, hoursMs) });
    await save('due', { status: 'scheduled', publishedAt: addMs(now, -hoursMs) });
    await save('draft', { status: 'draft' });
    expect(await readArticle(ctx, { slug: 'soon', access: open })).toBeNull();
    expect(await readArticle(ctx, { slug: 'draft', access: open })).toBeNull();
    expect(await readArticle(ctx, { slug: 'due', access: open })).not.toBeNull();
    expect((await listAddresses(ctx)).map(({ path }) => path)).toEqual(['/city/due']);
    expect((await listSections(ctx)).latestAt).toEqual(addMs(now, -hoursMs));
  });

  it('stands in its own section only', async () => {
    await save('a');
    expect(await readArticle(ctx, { slug: 'a', sectionSlug: 'land', access: open })).toBeNull();
  });

  it('tells of an update, but not of a correction made at once', async () => {
    await save('a', { updatedAt: addMs(addDays(now, -1), 60_000) });
    await save('b', { updatedAt: now });
    expect((await readArticle(ctx, { slug: 'a', access: open }))?.updatedAt).toBeNull();
    expect((await readArticle(ctx, { slug: 'b', access: open }))?.updatedAt).toBe(
      now.toISOString(),
    );
  });

  it('leads on to stories with the same tags, in the same language', async () => {
    await save('a', { tags: ['river', 'ship'] });
    await save('near', { tags: ['ship', 'river'], publishedAt: addDays(now, -30) });
    await save('far', { sectionSlug: 'land', publishedAt: addDays(now, -2) });
    await save('foreign', { language: 'uk', tags: ['river', 'ship'] });
    const article = await readArticle(ctx, { slug: 'a', access: closed });
    expect(article?.related.map(({ slug }) => slug)).toEqual(['near', 'far']);
  });
});

describe('what is gated', () => {
  it('opens to those who are entitled, pictures too', async () => {
    await save('a', { body: withExtra });
    const article = await readArticle(ctx, { slug: 'a', access: open });
    expect(JSON.stringify(article)).toContain(marker);
    expect(JSON.stringify(article)).toContain('alt of scan');
    expect(article?.lock).toBeNull();
  });

  it('is nowhere in the view, the structured data, the feed or the search of others', async () => {
    await save('a', { body: withExtra });
    await save('whole', {
      access: 'supporters',
      teaser: 'An opening for everyone.',
      body: `All of it ${marker}.\n\n::: picture id="scan"\n:::`,
    });
    const site = {
      appUrl: 'http://a.test',
      newsroomName: 'N',
      tagline: 'T',
      contactEmail: 'a@b.test',
    };
    for (const slug of ['a', 'whole']) {
      const article = await readArticle(ctx, { slug, access: closed });
      if (!article) throw new Error(`${slug} is missing`);
      expect(JSON.stringify(article)).not.toMatch(/zebrafish|alt of scan/);
      expect(JSON.stringify(newsArticleData(article, site))).not.toContain(marker);
      expect(article.lock).toEqual({
        ...{ because: 'signed_out', isWhole: slug === 'whole', tier: null },
      });
    }
    const feed = await readFeed(ctx, { locale: 'en', sectionSlug: null });
    if (!feed) throw new Error('the feed is missing');
    const xml = feedXml(feed, site, 'en');
    expect(xml).not.toMatch(/zebrafish|scan-/);
    expect(xml).toContain('Public ferry words.');
    expect(xml).toContain('The papers');
    expect(xml).toContain('An opening for everyone.');
    const found = await searchArticles(ctx, { typed: marker, locale: 'en', page: 1 });
    expect(found.stories).toEqual([]);
  });
});

describe('search', () => {
  it('finds words in any ending, headlines first, the page’s language before the other', async () => {
    await save('body', { body: 'A long text in which the ferries are named once.' });
    await save('headline', { headline: 'Ferry again' });
    await save('uk', { language: 'uk', headline: 'Пором і річка', body: 'ferry' });
    const slugs = async (typed: string, locale: 'en' | 'uk') =>
      (await searchArticles(ctx, { typed, locale, page: 1 })).stories.map(({ slug }) => slug);
    expect(await slugs('ferry', 'en')).toEqual(['headline', 'body', 'uk']);
    expect((await slugs('ferry', 'uk'))[0]).toBe('uk');
    expect(await slugs('річку', 'uk')).toEqual(['uk']);
    expect(await slugs("' & | ! :* ((", 'en')).toEqual([]);
  });
});

describe('lists', () => {
  it('go on page after page without losing or repeating a story, even at one instant', async () => {
    const count = storiesPerPage * 2 + 3;
    for (let index = 0; index < count; index++) await save(`s${index}`);
    await save('elsewhere', { sectionSlug: 'land' });
    await save('ukrainian', { language: 'uk' });
    const seen: string[] = [];
    let before: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof listSection>> = await listSection(ctx, {
        slug: 'city',
        locale: 'en',
        before,
      });
      seen.push(...(page?.stories ?? []).map(({ slug }) => slug));
      before = page?.nextBefore ?? null;
      pages += 1;
    } while (before);
    expect(pages).toBe(3);
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
    expect(await listSection(ctx, { slug: 'nowhere', locale: 'en' })).toBeNull();
    const unknown = await listSection(ctx, { slug: 'city', locale: 'en', before: 'gone' });
    expect(unknown?.stories).toEqual([]);
  });

  it('make the front page with the same number of queries however much is out', async () => {
    const count = async () => {
      const spy = vi.spyOn(services.database.pool, 'query');
      const page = await listFrontPage(ctx, { locale: 'en' });
      const queries = spy.mock.calls.length;
      spy.mockRestore();
      return { queries, page };
    };
    await save('only', { pictureId: 'ferry' });
    const few = await count();
    for (let index = 0; index < 30; index++) {
      await save(`s${index}`, { sectionSlug: index % 2 ? 'city' : 'land' });
    }
    const many = await count();
    expect(many.queries).toBe(few.queries);
    expect(many.queries).toBe(2);
    expect(few.page.lead?.slug).toBe('only');
    expect(many.page.strips.map(({ slug }) => slug)).toEqual(['city', 'land']);
  });
});
