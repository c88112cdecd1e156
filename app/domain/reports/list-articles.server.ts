import { desc, eq, inArray, sql } from 'drizzle-orm';
import { articles, sections } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { type Money, money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import { type Cursor, formatCursor } from './cursor.ts';
import type { ArticlePage } from './listed-article.ts';
import { afterCursor, cursorInstant, wholeNumber } from './sql-figures.server.ts';

/** Articles, the newest first, with all the support that they ever brought. Two queries. */
export async function listArticles(
  ctx: Ctx,
  input: { after: Cursor | null; limit: number },
): Promise<ArticlePage> {
  const rows = await ctx.db
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      sectionSlug: articles.sectionSlug,
      sectionName: sections.name,
      language: articles.language,
      access: articles.access,
      status: articles.status,
      publishedAt: articles.publishedAt,
      cursorAt: cursorInstant(articles.createdAt),
    })
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .where(input.after ? afterCursor(articles.createdAt, articles.id, input.after) : undefined)
    .orderBy(desc(articles.createdAt), articles.id)
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  const brought = await readSupport(
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
      access: row.access,
      status: row.status,
      publishedAt: row.publishedAt,
      gifts: brought.get(row.id)?.gifts ?? 0,
      support: brought.get(row.id)?.sums ?? [],
    })),
    next: last ? formatCursor({ at: last.cursorAt, id: last.id }) : null,
  };
}

async function readSupport(
  ctx: Ctx,
  ids: string[],
): Promise<Map<string, { gifts: number; sums: Money[] }>> {
  const found = new Map<string, { gifts: number; sums: Money[] }>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({
      articleId: payments.articleId,
      currency: payments.settlementCurrency,
      gifts: wholeNumber(sql`count(*) filter (where ${payments.kind} = 'charge')`),
      grossMinor: wholeNumber(sql`sum(${payments.settlementGrossMinor})`),
    })
    .from(payments)
    .where(inArray(payments.articleId, ids))
    .groupBy(payments.articleId, payments.settlementCurrency)
    .orderBy(payments.settlementCurrency);
  for (const row of rows) {
    const own = found.get(row.articleId ?? '') ?? { gifts: 0, sums: [] };
    own.gifts += row.gifts;
    if (row.currency) own.sums.push(money(row.grossMinor, row.currency));
    found.set(row.articleId ?? '', own);
  }
  return found;
}
