import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { draftLinks } from '../../../db/schema/draft-links.ts';
import type { Ctx } from '../../ports/context.ts';
import { namesOf } from '../../supporters/names-of.server.ts';
import type { OpenDraftLink } from './draft-link.ts';

/** The links to an article that are open now, the newest first. There are never many. */
export async function listDraftLinks(ctx: Ctx, articleId: string): Promise<OpenDraftLink[]> {
  const rows = await ctx.db
    .select({
      id: draftLinks.id,
      shownAs: draftLinks.shownAs,
      createdBy: draftLinks.createdBy,
      createdAt: draftLinks.createdAt,
      expiresAt: draftLinks.expiresAt,
      lastOpenedAt: draftLinks.lastOpenedAt,
      openings: draftLinks.openings,
    })
    .from(draftLinks)
    .where(
      and(
        eq(draftLinks.articleId, articleId),
        isNull(draftLinks.revokedAt),
        gt(draftLinks.expiresAt, ctx.clock.now()),
      ),
    )
    .orderBy(desc(draftLinks.createdAt), draftLinks.id);
  const names = await namesOf(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map(({ createdBy, ...link }) => ({ ...link, madeBy: names.get(createdBy) ?? null }));
}
