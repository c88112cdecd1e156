import { and, eq, gt, isNull } from 'drizzle-orm';
import { articles } from '../../../db/schema/articles.ts';
import { draftLinks } from '../../../db/schema/draft-links.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { hashToken, newId, newToken } from '../../../platform/ids.ts';
import { decideForKind } from '../../entitlements/decide-for-kind.server.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { stateOf } from '../writing/words.ts';
import type { DraftLinkDays } from './draft-link.ts';

/** More are a leak, not a review. */
const mostOpen = 20;

export type MakeDraftLinkFailure = 'gone' | 'not_draft' | 'kind_unknown' | 'too_many';

/**
 * Opens an article that is not out to whoever has the token, as one kind of reader will see it. The
 * token is told only here. Caller's duty: that the actor may.
 */
export async function makeDraftLink(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly articleId: string;
    readonly days: DraftLinkDays;
    readonly shownAs: string;
    readonly reason: string;
  },
): Promise<Result<{ token: string; expiresAt: Date }, MakeDraftLinkFailure>> {
  const { actorId, articleId, days, shownAs, reason } = input;
  if (!(await decideForKind(ctx, shownAs))) return fail('kind_unknown');
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const [article] = await tx.db
      .select({ status: articles.status, publishedAt: articles.publishedAt })
      .from(articles)
      .where(eq(articles.id, articleId))
      .for('update');
    if (!article) return fail('gone');
    if (!['draft', 'scheduled'].includes(stateOf(article, now))) return fail('not_draft');
    const open = await tx.db.$count(
      draftLinks,
      and(
        eq(draftLinks.articleId, articleId),
        isNull(draftLinks.revokedAt),
        gt(draftLinks.expiresAt, now),
      ),
    );
    if (open >= mostOpen) return fail('too_many');
    const token = newToken();
    const id = newId();
    const expiresAt = addDays(now, days);
    await tx.db.insert(draftLinks).values({
      ...{ id, articleId, shownAs, createdBy: actorId, createdAt: now, expiresAt },
      tokenHash: hashToken(token),
    });
    await recordAudit(tx, {
      ...{ actorId, action: 'draft_link.made', reason },
      ...{ subjectKind: 'article', subjectId: articleId },
      detail: { linkId: id, shownAs, expiresAt: expiresAt.toISOString() },
    });
    return ok({ token, expiresAt });
  });
}
