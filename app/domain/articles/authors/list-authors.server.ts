import { and, asc, desc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { articleAuthors, articles, authors } from '../../../db/schema/articles.ts';
import type { Ctx } from '../../ports/context.ts';
import type { AuthorPage, AuthorWithUses } from './author-list.ts';

/** A page of the authors, by their names in addresses. Two queries. */
export async function listAuthors(
  ctx: Ctx,
  input: { readonly search: string; readonly after: string | null; readonly limit: number },
): Promise<AuthorPage> {
  const pattern = `%${input.search.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await ctx.db
    .select({ slug: authors.slug, name: authors.name, role: authors.role })
    .from(authors)
    .where(
      and(
        input.search.trim() === ''
          ? undefined
          : or(
              sql`${authors.slug} ilike ${pattern}`,
              sql`${authors.name}->>'en' ilike ${pattern}`,
              sql`${authors.name}->>'uk' ilike ${pattern}`,
            ),
        input.after === null ? undefined : gt(authors.slug, input.after),
      ),
    )
    .orderBy(asc(authors.slug))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const counts = new Map<string, number>();
  if (shown.length > 0) {
    const slugs = shown.map(({ slug }) => slug);
    const counted = await ctx.db
      .select({ slug: articleAuthors.authorSlug, count: sql<number>`count(*)::int` })
      .from(articleAuthors)
      .where(inArray(articleAuthors.authorSlug, slugs))
      .groupBy(articleAuthors.authorSlug);
    for (const { slug, count } of counted) counts.set(slug, count);
  }
  return {
    authors: shown.map((row) => ({ ...row, articles: counts.get(row.slug) ?? 0 })),
    next: rows.length > input.limit ? (shown.at(-1)?.slug ?? null) : null,
  };
}

/** One author and the latest of what they wrote; null when there is nobody of that name. */
export async function readAuthorUses(
  ctx: Ctx,
  slug: string,
  limit: number,
): Promise<AuthorWithUses | null> {
  const [author] = await ctx.db.select().from(authors).where(eq(authors.slug, slug));
  if (!author) return null;
  const latest = await ctx.db
    .select({ id: articles.id, headline: articles.headline, language: articles.language })
    .from(articleAuthors)
    .innerJoin(articles, eq(articles.id, articleAuthors.articleId))
    .where(eq(articleAuthors.authorSlug, slug))
    .orderBy(desc(articles.createdAt), articles.id)
    .limit(limit);
  return { ...author, latest };
}
