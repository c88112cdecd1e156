import { and, eq } from 'drizzle-orm';
import { articles } from '../../../db/schema/articles.ts';
import { articleAddresses } from '../../../db/schema/revisions.ts';
import type { Ctx } from '../../ports/context.ts';
import { stateOf } from './words.ts';

/** What became of an address at which no article stands. */
export type Gone =
  { readonly kind: 'moved'; readonly path: string } | { readonly kind: 'withdrawn' };

/** Answers null for an address at which none ever stood. Two queries at most. */
export async function findGoneArticle(
  ctx: Ctx,
  { sectionSlug, slug }: { readonly sectionSlug: string; readonly slug: string },
): Promise<Gone | null> {
  const [moved] = await ctx.db
    .select({
      ...{ slug: articles.slug, sectionSlug: articles.sectionSlug },
      ...{ status: articles.status, publishedAt: articles.publishedAt },
    })
    .from(articleAddresses)
    .innerJoin(articles, eq(articles.id, articleAddresses.articleId))
    .where(and(eq(articleAddresses.sectionSlug, sectionSlug), eq(articleAddresses.slug, slug)));
  const state = moved ? stateOf(moved, ctx.clock.now()) : null;
  if (state === 'withdrawn') return { kind: 'withdrawn' };
  if (moved && state === 'published') {
    return { kind: 'moved', path: `/${moved.sectionSlug}/${moved.slug}` };
  }
  const withdrawn = await ctx.db.$count(
    articles,
    and(
      eq(articles.slug, slug),
      eq(articles.sectionSlug, sectionSlug),
      eq(articles.status, 'withdrawn'),
    ),
  );
  return withdrawn > 0 ? { kind: 'withdrawn' } : null;
}
