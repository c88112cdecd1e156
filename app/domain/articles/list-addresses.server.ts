import { desc } from 'drizzle-orm';
import { articles } from '../../db/schema/articles.ts';
import { type Locale, localPath } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { storyPath } from './article.ts';
import { isOut } from './card-rows.server.ts';

/** The sitemap protocol's limit for one file (sitemaps.org). */
const maxAddresses = 50_000;

export interface Address {
  /** With language prefix. */
  readonly path: string;
  readonly updatedAt: Date;
}

/** Where every story is, each in its own language, newest first. */
export async function listAddresses(ctx: Ctx): Promise<Address[]> {
  const rows = await ctx.db
    .select({
      slug: articles.slug,
      sectionSlug: articles.sectionSlug,
      language: articles.language,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .where(isOut(ctx))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(maxAddresses - 100);
  return rows.map(({ slug, sectionSlug, language, updatedAt }) => ({
    path: addressOf(language, sectionSlug, slug),
    updatedAt,
  }));
}

function addressOf(language: Locale, sectionSlug: string, slug: string): string {
  return localPath(language, storyPath({ slug, section: { slug: sectionSlug } }));
}
