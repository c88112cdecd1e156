import { and, eq, isNull } from 'drizzle-orm';
import { draftLinks } from '../../../db/schema/draft-links.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';

/** Closes a link for good. Caller's duty: that the actor may. */
export async function revokeDraftLink(
  ctx: Ctx,
  input: { readonly actorId: string; readonly articleId: string; readonly linkId: string },
): Promise<Result<null, 'not_open'>> {
  const { actorId, articleId, linkId } = input;
  return inTransaction(ctx, async (tx) => {
    const [revoked] = await tx.db
      .update(draftLinks)
      .set({ revokedAt: tx.clock.now() })
      .where(
        and(
          eq(draftLinks.id, linkId),
          eq(draftLinks.articleId, articleId),
          isNull(draftLinks.revokedAt),
        ),
      )
      .returning({ shownAs: draftLinks.shownAs });
    if (!revoked) return fail('not_open');
    await recordAudit(tx, {
      ...{ actorId, action: 'draft_link.revoked', reason: '' },
      ...{ subjectKind: 'article', subjectId: articleId, detail: { linkId, ...revoked } },
    });
    return ok(null);
  });
}
