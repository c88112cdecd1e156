import { type SQL, and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { articles, authors, sections } from '../../db/schema/articles.ts';
import { rollupSources } from '../../db/schema/rollups-sources.ts';
import { type Money, money } from '../../kernel/money.ts';
import { authorsColumn } from '../articles/card-rows.server.ts';
import { stateOf } from '../articles/writing/words.ts';
import type { Ctx } from '../ports/context.ts';
import { articleCondition } from './article-condition.server.ts';
import { type ArticleCursor, type ArticleFilter, formatArticleCursor } from './article-filter.ts';
import type { ArticleFilterOptions, ArticlePage } from './listed-article.ts';
import { afterCursor, cursorInstant, wholeNumber } from './sql-figures.server.ts';

/** Articles of a filter, with all the support that they ever brought. Two queries. */
export async function listArticles(
  ctx: Ctx,
  input: { filter: ArticleFilter; after: ArticleCursor | null; limit: number },
): Promise<ArticlePage> {
  const { filter, after, limit } = input;
  const brought = broughtByEach(ctx);
  const count = sql`coalesce(${brought.charges}, 0)`;
  const order = orderOf(filter, count, after);
  const query = ctx.db
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      sectionSlug: articles.sectionSlug,
      sectionName: sections.name,
      authors: authorsColumn,
      language: articles.language,
      access: articles.access,
      hasExtras: articles.hasExtras,
      status: articles.status,
      publishedAt: articles.publishedAt,
      editedAt: articles.editedAt,
      cursorAt: order.cursorAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .$dynamic();
  const joined =
    filter.sort === 'brought'
      ? query.leftJoin(brought, sql`${brought.key}::text = ${articles.id}::text`)
      : query;
  const now = ctx.clock.now();
  const rows = await joined
    .where(and(articleCondition(filter, now), order.after))
    .orderBy(order.by, asc(articles.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const support = await readSupport(
    ctx,
    shown.map((row) => row.id),
  );
  return {
    articles: shown.map((row) => ({
      articleId: row.id,
      headline: row.headline,
      path: `/${row.sectionSlug}/${row.slug}`,
      language: row.language,
      section: row.sectionName,
      authors: row.authors.map(({ name }) => name[row.language]),
      access: row.access,
      hasExtras: row.hasExtras,
      status: stateOf(row, now),
      publishedAt: row.publishedAt,
      editedAt: row.editedAt,
      gifts: support.get(row.id)?.gifts ?? 0,
      support: support.get(row.id)?.sums ?? [],
    })),
    next: last ? formatArticleCursor({ at: last.cursorAt, id: last.id }) : null,
  };
}

interface Order {
  readonly by: SQL;
  readonly cursorAt: SQL<string>;
  readonly after: SQL | undefined;
}

function orderOf({ sort }: ArticleFilter, count: SQL, after: ArticleCursor | null): Order {
  if (sort === 'brought') {
    return {
      by: sql`${count} desc`,
      cursorAt: sql<string>`${count}::text`,
      after: after
        ? sql`(${count} < ${after.at}::bigint or (${count} = ${after.at}::bigint and ${articles.id} > ${after.id}::uuid))`
        : undefined,
    };
  }
  const column = sort === 'edited' ? articles.editedAt : articles.createdAt;
  return {
    by: desc(column),
    cursorAt: cursorInstant(column),
    after: after ? afterCursor(column, articles.id, after) : undefined,
  };
}

/** How many payments each article ever brought. */
function broughtByEach(ctx: Ctx) {
  const t = rollupSources;
  return ctx.db
    .select({ key: t.key, charges: sql<number>`sum(${t.charges})`.as('charges') })
    .from(t)
    .where(and(eq(t.dimension, 'article'), eq(t.grain, 'year')))
    .groupBy(t.key)
    .as('brought');
}

async function readSupport(
  ctx: Ctx,
  ids: string[],
): Promise<Map<string, { gifts: number; sums: Money[] }>> {
  const found = new Map<string, { gifts: number; sums: Money[] }>();
  if (ids.length === 0) return found;
  const t = rollupSources;
  const rows = await ctx.db
    .select({
      articleId: t.key,
      currency: t.settlementCurrency,
      gifts: wholeNumber(sql`sum(${t.charges})`),
      grossMinor: wholeNumber(sql`sum(${t.grossMinor} + ${t.returnedMinor})`),
    })
    .from(t)
    .where(and(eq(t.dimension, 'article'), eq(t.grain, 'year'), inArray(t.key, ids)))
    .groupBy(t.key, t.settlementCurrency)
    .orderBy(t.settlementCurrency);
  for (const row of rows) {
    const own = found.get(row.articleId) ?? { gifts: 0, sums: [] };
    own.gifts += row.gifts;
    if (row.currency) own.sums.push(money(row.grossMinor, row.currency));
    found.set(row.articleId, own);
  }
  return found;
}

/** More authors than these are found by an address that names them. */
const authorsOffered = 500;

/** What the list's filter offers. Two queries. */
export async function readArticleFilterOptions(ctx: Ctx): Promise<ArticleFilterOptions> {
  const [ofSections, ofAuthors] = await Promise.all([
    ctx.db
      .select({ slug: sections.slug, name: sections.name })
      .from(sections)
      .orderBy(asc(sections.position)),
    ctx.db
      .select({ slug: authors.slug, name: authors.name })
      .from(authors)
      .orderBy(asc(authors.slug))
      .limit(authorsOffered),
  ]);
  return { sections: ofSections, authors: ofAuthors };
}
