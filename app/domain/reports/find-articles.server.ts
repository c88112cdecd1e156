import { desc, eq, ilike, or } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import type { Ctx } from '../ports/context.ts';
import type { FoundArticle } from './filter-options.ts';
import { containing } from './sql-figures.server.ts';

const articlesOffered = 8;
const longest = 200;

/**
 * Articles by a part of the headline, or by the address: whole, or its last part. The newest first,
 * and only so many: who sees too many types more.
 */
export async function findArticles(ctx: Ctx, typed: string): Promise<FoundArticle[]> {
  const text = typed.normalize('NFC').trim().slice(0, longest);
  if (text === '') return [];
  const slug =
    text
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  return ctx.db
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(or(eq(articles.slug, slug.toLowerCase()), ilike(articles.headline, containing(text))))
    .orderBy(desc(articles.createdAt), articles.id)
    .limit(articlesOffered);
}
