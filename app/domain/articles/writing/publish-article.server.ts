import { eq } from 'drizzle-orm';
import { articles } from '../../../db/schema/articles.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { type ArticleStatus, stateOf } from './words.ts';

interface Act {
  readonly actorId: string;
  readonly articleId: string;
}

/**
 * Brings an article out now (`at` null) or lets it come out by itself at an hour to come. One that
 * was out before keeps the day on which it first was. Caller's duty: that the actor may.
 */
export async function publishArticle(
  ctx: Ctx,
  input: Act & { readonly at: Date | null },
): Promise<Result<{ publishedAt: Date }, 'gone' | 'already_out' | 'past'>> {
  return inTransaction(ctx, async (tx) => {
    const row = await hold(tx, input.articleId);
    const now = tx.clock.now();
    if (!row) return fail('gone');
    if (stateOf(row, now) === 'published') return fail('already_out');
    if (input.at && input.at <= now) return fail('past');
    const wasOut = row.status === 'withdrawn' && row.publishedAt;
    const publishedAt = input.at ?? (wasOut ? row.publishedAt : null) ?? now;
    const status = input.at ? 'scheduled' : 'published';
    await tx.db
      .update(articles)
      .set({
        status,
        publishedAt,
        updatedAt: wasOut ? row.updatedAt : publishedAt,
        version: row.version + 1,
      })
      .where(eq(articles.id, row.id));
    await recordState(
      tx,
      { ...input, action: input.at ? 'article.scheduled' : 'article.published', reason: '' },
      row,
      { status, publishedAt },
    );
    return ok({ publishedAt });
  });
}

/** Takes a scheduled article back among the drafts. Caller's duty: that the actor may. */
export async function unscheduleArticle(
  ctx: Ctx,
  input: Act,
): Promise<Result<null, 'gone' | 'not_scheduled'>> {
  return inTransaction(ctx, async (tx) => {
    const row = await hold(tx, input.articleId);
    if (!row) return fail('gone');
    if (stateOf(row, tx.clock.now()) !== 'scheduled') return fail('not_scheduled');
    const after = { status: 'draft' as const, publishedAt: null };
    await tx.db
      .update(articles)
      .set({ ...after, version: row.version + 1 })
      .where(eq(articles.id, row.id));
    await recordState(tx, { ...input, action: 'article.unscheduled', reason: '' }, row, after);
    return ok(null);
  });
}

/**
 * Takes an article that is out off the site: its address says from then on that it was withdrawn.
 * Caller's duty: that the actor may.
 */
export async function withdrawArticle(
  ctx: Ctx,
  input: Act & { readonly reason: string },
): Promise<Result<null, 'gone' | 'not_out'>> {
  return inTransaction(ctx, async (tx) => {
    const row = await hold(tx, input.articleId);
    if (!row) return fail('gone');
    if (stateOf(row, tx.clock.now()) !== 'published') return fail('not_out');
    const after = { status: 'withdrawn' as const, publishedAt: row.publishedAt };
    await tx.db
      .update(articles)
      .set({ status: 'withdrawn', version: row.version + 1 })
      .where(eq(articles.id, row.id));
    await recordState(tx, { ...input, action: 'article.withdrawn' }, row, after);
    return ok(null);
  });
}

async function hold(tx: Ctx, id: string) {
  const [row] = await tx.db.select().from(articles).where(eq(articles.id, id)).for('update');
  return row ?? null;
}

interface State {
  readonly status: ArticleStatus;
  readonly publishedAt: Date | null;
}

async function recordState(
  tx: Ctx,
  act: Act & { readonly action: string; readonly reason: string },
  before: State,
  after: State,
): Promise<void> {
  const { actorId, action, reason, articleId } = act;
  const state = ({ status, publishedAt }: State) => ({ status, publishedAt });
  await recordAudit(tx, {
    ...{ actorId, action, reason, subjectKind: 'article', subjectId: articleId },
    ...{ before: state(before), after: state(after) },
  });
}
