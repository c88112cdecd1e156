import { and, eq } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { isOut } from './card-rows.server.ts';

/** A published story, as others name it and lead to it. */
export interface ArticleReference {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly language: Locale;
  /** Without language prefix. */
  readonly path: string;
}

/** The published story with this slug or this id, or null: what a form claims is not believed. */
export async function findArticleReference(
  ctx: Ctx,
  by: { readonly slug: string } | { readonly id: string },
): Promise<ArticleReference | null> {
  const [row] = await ctx.db
    .select({
      id: articles.id,
      slug: articles.slug,
      headline: articles.headline,
      language: articles.language,
      sectionSlug: articles.sectionSlug,
    })
    .from(articles)
    .where(and('slug' in by ? eq(articles.slug, by.slug) : eq(articles.id, by.id), isOut(ctx)));
  if (!row) return null;
  const { sectionSlug, ...reference } = row;
  return { ...reference, path: `/${sectionSlug}/${row.slug}` };
}
