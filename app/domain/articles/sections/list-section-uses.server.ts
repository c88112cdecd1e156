import { asc, desc, eq, sql } from 'drizzle-orm';
import { articles, sections } from '../../../db/schema/articles.ts';
import type { Ctx } from '../../ports/context.ts';
import type { SectionUses, SectionWithUses } from './section-list.ts';

/** The sections in their order, with how many articles stand in each. One query, over an index. */
export async function listSectionsWithUses(ctx: Ctx): Promise<SectionWithUses[]> {
  return ctx.db
    .select({
      slug: sections.slug,
      name: sections.name,
      description: sections.description,
      articles: sql<number>`count(${articles.sectionSlug})::int`,
    })
    .from(sections)
    .leftJoin(articles, eq(articles.sectionSlug, sections.slug))
    .groupBy(sections.slug)
    .orderBy(asc(sections.position), asc(sections.slug));
}

/** One section and the latest articles in it; null when there is none of that name. */
export async function readSectionUses(
  ctx: Ctx,
  slug: string,
  limit: number,
): Promise<SectionUses | null> {
  const [section] = await ctx.db
    .select({ slug: sections.slug, name: sections.name, description: sections.description })
    .from(sections)
    .where(eq(sections.slug, slug));
  if (!section) return null;
  const latest = await ctx.db
    .select({ id: articles.id, headline: articles.headline, language: articles.language })
    .from(articles)
    .where(eq(articles.sectionSlug, slug))
    .orderBy(desc(articles.createdAt), articles.id)
    .limit(limit);
  return { ...section, latest };
}
