import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { emailChanges } from '../../../db/schema/supporters.ts';
import { hashToken } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import type { ChangeLink, ChangeLinkState, EmailChangeView, Mailbox } from './email-change.ts';

export type EmailChange = typeof emailChanges.$inferSelect;

/** The change that a supporter has under way, or null. */
export async function readOpenEmailChange(
  ctx: Ctx,
  supporterId: string,
): Promise<EmailChangeView | null> {
  const rows = await ctx.db
    .select()
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.supporterId, supporterId),
        isNull(emailChanges.endedAt),
        gt(emailChanges.expiresAt, ctx.clock.now()),
      ),
    )
    .limit(1);
  const row = rows[0];
  return row
    ? {
        id: row.id,
        newEmail: row.newEmail,
        isOldConfirmed: row.oldConfirmedAt !== null,
        isNewConfirmed: row.newConfirmedAt !== null,
        expiresAt: row.expiresAt,
      }
    : null;
}

/** A change by its id, for the mails that tell of it. */
export async function readEmailChange(ctx: Ctx, changeId: string): Promise<EmailChange | null> {
  const rows = await ctx.db
    .select()
    .from(emailChanges)
    .where(eq(emailChanges.id, changeId))
    .limit(1);
  return rows[0] ?? null;
}

/** What a link from a mail is worth, without using it: mail scanners open links too. Null: unknown. */
export async function readEmailChangeLink(ctx: Ctx, token: string): Promise<ChangeLink | null> {
  const row = await findByToken(ctx, token);
  return row ? toLink(row, token, ctx.clock.now()) : null;
}

export async function findByToken(ctx: Ctx, token: string): Promise<EmailChange | undefined> {
  const hash = hashToken(token);
  const rows = await ctx.db
    .select()
    .from(emailChanges)
    .where(or(eq(emailChanges.oldTokenHash, hash), eq(emailChanges.newTokenHash, hash)))
    .limit(1);
  return rows[0];
}

export function mailboxOf(change: EmailChange, token: string): Mailbox {
  return change.oldTokenHash === hashToken(token) ? 'old' : 'new';
}

function toLink(change: EmailChange, token: string, now: Date): ChangeLink {
  const mailbox = mailboxOf(change, token);
  const own = mailbox === 'old' ? change.oldConfirmedAt : change.newConfirmedAt;
  const other = mailbox === 'old' ? change.newConfirmedAt : change.oldConfirmedAt;
  return {
    state: stateOf(change, own !== null, now),
    mailbox,
    oldEmail: change.oldEmail,
    newEmail: change.newEmail,
    isOtherConfirmed: other !== null,
  };
}

function stateOf(change: EmailChange, isConfirmed: boolean, now: Date): ChangeLinkState {
  if (change.outcome === 'done') return 'done';
  if (change.outcome === 'refused') return 'refused';
  if (change.outcome) return 'ended';
  if (change.expiresAt <= now) return 'expired';
  return isConfirmed ? 'confirmed' : 'live';
}
