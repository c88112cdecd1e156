import type { LoaderFunctionArgs } from '@remix-run/node';
import { inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { parseBody } from '../../domain/articles/body.ts';
import { type SaveArticleInput, saveArticle } from '../../domain/articles/save-article.server.ts';
import { saveAuthors } from '../../domain/articles/save-authors.server.ts';
import { saveSections } from '../../domain/articles/save-sections.server.ts';
import {
  type ArticleFilter,
  articleQuery,
  articleSorts,
  everyArticle,
  parseArticleCursor,
  parseArticleFilter,
} from '../../domain/reports/article-filter.ts';
import { articleCondition } from '../../domain/reports/article-condition.server.ts';
import { listArticles } from '../../domain/reports/list-articles.server.ts';
import { findOrCreateSupporter } from '../../domain/supporters/find-or-create-supporter.server.ts';
import { grantRole } from '../../domain/supporters/grant-role.server.ts';
import { openSession } from '../../domain/supporters/open-session.server.ts';
import { addDays, addMs } from '../../kernel/dates.ts';
import { newId } from '../../platform/ids.ts';
import { loader as csv } from '../endpoints/articles-csv.ts';
import { loader as page } from './articles.tsx';

const both = (text: string) => ({ en: text, uk: text });
let product: TestProduct;
let cookie = '';
let now: Date;

async function write(slug: string, parts: Partial<SaveArticleInput> = {}): Promise<string> {
  const saved = await saveArticle(product.services, {
    ...{ slug, language: 'en', sectionSlug: 'city', headline: `About ${slug}`, dek: 'Short' },
    ...{ body: 'Words.', teaser: null, access: 'free', isSensitive: false, tags: [] },
    ...{ pictureId: null, pictureCaption: null, seoDescription: null },
    ...{ status: 'published', publishedAt: addDays(now, -1), authorSlugs: ['ann'] },
    ...parts,
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.articleId;
}

const extra = '::: extra id="a" kind="audio" title="T" holds="H" teaser="Z"\nSecret.\n:::';

beforeAll(async () => {
  product = await createTestProduct();
  const { services } = product;
  now = services.clock.now();
  await saveSections(services, [
    { slug: 'city', name: both('City'), description: both('') },
    { slug: 'land', name: both('Land'), description: both('') },
  ]);
  await saveAuthors(
    services,
    ['ann', 'bob'].map((slug) => ({ slug, name: both(slug), role: both(''), bio: both('') })),
  );
  await write('ferry', { headline: 'The ferry returns', body: extra });
  await write('harbour', { sectionSlug: 'land', authorSlugs: ['bob', 'ann'] });
  await write('richka', { language: 'uk', headline: 'Про річку', authorSlugs: ['bob'] });
  await write('draft', { status: 'draft', publishedAt: null });
  await write('soon', { status: 'scheduled', publishedAt: addDays(now, 1) });
  await write('due', { status: 'scheduled', publishedAt: addMs(now, -1000) });
  await write('whole', { access: 'supporters', teaser: 'Open' });
  const { supporterId } = await findOrCreateSupporter(services, {
    ...{ email: 'ada@example.org', name: 'Ada', locale: 'en', country: null },
    stripeCustomerId: null,
  });
  await grantRole(services, { actorId: null, supporterId, role: 'analyst' });
  const { token } = await openSession(services, {
    ...{ supporterId, openedBy: 'mail', userAgent: null, previousToken: null },
  });
  cookie = `session=${token}`;
});
afterAll(() => product.close());

async function slugs(parts: Partial<ArticleFilter>): Promise<string[]> {
  const filter = { ...everyArticle, ...parts };
  const found: string[] = [];
  let after: string | null = null;
  do {
    const shown: Awaited<ReturnType<typeof listArticles>> = await listArticles(product.services, {
      ...{ filter, after: parseArticleCursor(after, filter.sort), limit: 2 },
    });
    found.push(...shown.articles.map(({ path }) => path.split('/').at(-1) ?? ''));
    after = shown.next;
  } while (after);
  return found;
}

function args(path: string): LoaderFunctionArgs {
  const request = new Request(`http://localhost:3000${path}`, { headers: { Cookie: cookie } });
  const context = { services: product.services, entryScript: '', clientAddress: '203.0.113.9' };
  return { request, params: {}, context };
}

describe('The list of articles', () => {
  it('shows every one once in each order, two at a time', async () => {
    const newest = ['whole', 'due', 'soon', 'draft', 'richka', 'harbour', 'ferry'];
    expect(await slugs({})).toEqual(newest);
    for (const sort of articleSorts) {
      expect((await slugs({ sort })).sort()).toEqual([...newest].sort());
    }
    await write('harbour', { sectionSlug: 'land', authorSlugs: ['bob', 'ann'], dek: 'Shorter' });
    expect((await slugs({ sort: 'edited' }))[0]).toBe('harbour');
    expect((await slugs({}))[0]).toBe('whole');
  });

  it.each<[Partial<ArticleFilter>, string[]]>([
    [{ state: 'draft' }, ['draft']],
    [{ state: 'scheduled' }, ['soon']],
    [{ state: 'published' }, ['whole', 'due', 'richka', 'harbour', 'ferry']],
    [{ state: 'withdrawn' }, []],
    [{ section: 'land' }, ['harbour']],
    [{ author: 'bob' }, ['richka', 'harbour']],
    [{ author: 'ann', section: 'land' }, ['harbour']],
    [{ language: 'uk' }, ['richka']],
    [{ extras: true }, ['whole', 'ferry']],
    [{ extras: false, language: 'uk' }, ['richka']],
    [{ search: 'ferry' }, ['ferry']],
    [{ search: 'річка' }, ['richka']],
    [{ search: 'https://example.org/city/soon?x=1' }, ['soon']],
    [{ search: 'secret' }, []],
    [{ search: "'&|!:*" }, []],
  ])('finds by %j', async (filter, expected) => {
    expect(await slugs(filter)).toEqual(expected);
  });

  it('writes its filter into the address and reads it from there', () => {
    fc.assert(
      fc.property(
        fc.record({
          search: fc.option(fc.stringMatching(/^[a-zа-я"&?=%]{1,20}$/)),
          state: fc.constantFrom(null, 'draft' as const, 'withdrawn' as const),
          section: fc.constantFrom(null, 'city'),
          author: fc.constantFrom(null, 'ann-lee'),
          language: fc.constantFrom(null, 'uk' as const),
          extras: fc.constantFrom(null, true, false),
          sort: fc.constantFrom(...articleSorts),
        }),
        (filter) => {
          const query = new URLSearchParams(articleQuery(filter));
          expect(parseArticleFilter(query)).toEqual({
            ...filter,
            search: filter.search?.normalize('NFC') ?? null,
          });
        },
      ),
    );
  });

  it('knows an extra by the same lines as the page does', async () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        '\r',
        '\u2028',
        ' ',
        '\u00a0',
        '\ufeff',
        '\u200b',
        '::',
        ':::',
        ':',
        'extra',
        'Extra',
      ],
      ...['note', 'a', ' id="b"', '-x', '\t'],
    );
    const bodies = fc.sample(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      400,
    );
    const rows = bodies.map((body, index) => ({
      ...{ slug: `body-${index}`, language: 'en' as const, sectionSlug: 'city', headline: 'H' },
      ...{ dek: '', body, status: 'withdrawn' as const, access: 'free' as const },
      ...{ id: newId(), isSensitive: false, tags: [], createdAt: now, updatedAt: now },
    }));
    const { db } = product.services;
    const saved = await db
      .insert(articles)
      .values(rows)
      .returning({ slug: articles.slug, body: articles.body, hasExtras: articles.hasExtras });
    for (const { body, hasExtras } of saved) {
      const read = parseBody(body).blocks.some(({ type }) => type === 'extra');
      expect([body, hasExtras]).toEqual([body, read]);
    }
    await db.delete(articles).where(
      inArray(
        articles.slug,
        rows.map(({ slug }) => slug),
      ),
    );
  });

  it('is a page and a file of the same articles, and tells who took the file', async () => {
    const shown = await page(args('/admin/articles?section=land'));
    expect(shown.page.articles.map(({ headline }) => headline)).toEqual(['About harbour']);
    expect(shown).toMatchObject({ isEditor: false, mayExport: true });
    const file = await csv(args('/admin/articles.csv?section=land'));
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(',About harbour,/land/harbour,en,Land,bob; ann,published,free,no,');
    const [entry] = await product.services.db
      .select()
      .from(auditEntries)
      .where(sql`${auditEntries.action} = 'articles.exported'`);
    expect(entry?.detail).toMatchObject({ filter: '?section=land' });
  });
});

describe('The list of fifty thousand articles', () => {
  it('reads no more of them than a page shows', async () => {
    const { db } = product.services;
    await db.execute(sql`
      insert into articles (id, slug, language, section_slug, headline, dek, body, search_text, status, published_at, updated_at, edited_at, created_at)
      select gen_random_uuid(), 'many-' || n, 'en', 'city', 'Story ' || n, '', 'Words', 'words ' || n,
        'published', ${now.toISOString()}::timestamptz - n * interval '1 hour', now(),
        ${now.toISOString()}::timestamptz - n * interval '1 hour', ${now.toISOString()}::timestamptz - n * interval '1 hour'
      from generate_series(1, 50000) n`);
    await db.execute(sql`vacuum analyze articles`);
    const plan = async (filter: Partial<ArticleFilter>, by: 'created_at' | 'edited_at') => {
      const { rows } = await db.execute<{ 'QUERY PLAN': string }>(
        sql`explain select id from articles where ${articleCondition({ ...everyArticle, ...filter }, now) ?? sql`true`} order by ${sql.raw(`"articles"."${by}"`)} desc, id limit 51`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await plan({}, 'created_at')).toContain('articles_created_idx');
    expect(await plan({ section: 'city' }, 'edited_at')).toContain('articles_edited_idx');
    expect(await plan({ search: 'ferry' }, 'created_at')).toContain('articles_search_idx');
    expect(await plan({ author: 'bob' }, 'created_at')).toContain('article_authors_author_idx');
  });
});
