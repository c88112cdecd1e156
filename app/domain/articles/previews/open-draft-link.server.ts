import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { articles } from '../../../db/schema/articles.ts';
import { draftLinks } from '../../../db/schema/draft-links.ts';
import { localPath } from '../../../kernel/locale.ts';
import { hashToken } from '../../../platform/ids.ts';
import { decideForKind } from '../../entitlements/decide-for-kind.server.ts';
import type { Ctx } from '../../ports/context.ts';
import type { ArticleView } from '../article.ts';
import { readAnyArticle } from '../read-article.server.ts';
import { stateOf } from '../writing/words.ts';

export type OpenedDraft =
  | { readonly kind: 'draft'; readonly article: ArticleView; readonly expiresAt: Date }
  /** It has come out meanwhile: with language prefix. */
  | { readonly kind: 'out'; readonly path: string };

/**
 * What a link shows, by the entitlement of its kind of reader: who opens it, and whether they are
 * signed in, makes no difference. Null when it was never made, has ended, was revoked, or the
 * article was withdrawn. Notes that it was opened.
 */
export async function openDraftLink(ctx: Ctx, token: string): Promise<OpenedDraft | null> {
  const now = ctx.clock.now();
  const [link] = await ctx.db
    .update(draftLinks)
    .set({ lastOpenedAt: now, openings: sql`${draftLinks.openings} + 1` })
    .where(
      and(
        eq(draftLinks.tokenHash, hashToken(token)),
        isNull(draftLinks.revokedAt),
        gt(draftLinks.expiresAt, now),
      ),
    )
    .returning();
  if (!link) return null;
  const [place] = await ctx.db
    .select({
      status: articles.status,
      publishedAt: articles.publishedAt,
      language: articles.language,
      sectionSlug: articles.sectionSlug,
      slug: articles.slug,
    })
    .from(articles)
    .where(eq(articles.id, link.articleId));
  if (!place) return null;
  const state = stateOf(place, now);
  if (state === 'withdrawn') return null;
  if (state === 'published') {
    const path = localPath(place.language, `/${place.sectionSlug}/${place.slug}`);
    return { kind: 'out', path };
  }
  const access = await decideForKind(ctx, link.shownAs);
  const article = access && (await readAnyArticle(ctx, { articleId: link.articleId, access }));
  return article ? { kind: 'draft', article, expiresAt: link.expiresAt } : null;
}
