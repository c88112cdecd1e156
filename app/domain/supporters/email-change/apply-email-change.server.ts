import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import {
  emailChanges,
  sessions,
  signInRequests,
  stripeCustomers,
  supporters,
} from '../../../db/schema/supporters.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { isLocale } from '../../../kernel/locale.ts';
import { carryMailPreferences } from '../../mail-preferences/carry-mail-preferences.server.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { isUniqueViolation } from '../../../db/failures.ts';
import { addressWithout } from '../erased-address.ts';
import { recordAudit } from '../record-audit.server.ts';
import type { EmailChange } from './read-email-change.server.ts';

/** void: the address has become somebody else's meanwhile, or the old one is not theirs any more. */
export type Applied = 'done' | 'void';

/**
 * Gives a supporter their new address: all other sessions end, what was asked for by the old
 * address dies, their customers at Stripe follow, and both mailboxes are told.
 * Caller's duty: a transaction in which the change is locked and agreed to.
 * @param actorId who did it: the supporter, or a member of staff
 */
export async function applyEmailChange(
  tx: Ctx,
  change: EmailChange,
  actorId: string,
): Promise<Applied> {
  const now = tx.clock.now();
  const { supporterId, oldEmail, newEmail } = change;
  const isTheirs = (await makeRoom(tx, change)) && (await takeAddress(tx, change));
  await tx.db
    .update(emailChanges)
    .set({ outcome: isTheirs ? 'done' : 'void', endedAt: now })
    .where(eq(emailChanges.id, change.id));
  if (!isTheirs) return 'void';
  await tx.db
    .update(sessions)
    .set({ expiresAt: now })
    .where(
      and(
        eq(sessions.supporterId, supporterId),
        gt(sessions.expiresAt, now),
        ...(change.sessionId ? [ne(sessions.id, change.sessionId)] : []),
      ),
    );
  await tx.db
    .update(signInRequests)
    .set({ usedAt: now })
    .where(and(eq(signInRequests.email, oldEmail), isNull(signInRequests.usedAt)));
  await followAtStripe(tx, change);
  await carryMailPreferences(tx, { from: oldEmail, to: newEmail });
  const locale: Locale = isLocale(change.locale) ? change.locale : 'en';
  for (const [mailbox, recipient] of [
    ['old', oldEmail],
    ['new', newEmail],
  ] as const) {
    await tx.mail.queue(tx.db, {
      template: 'email-changed',
      subjectId: `${change.id}@${mailbox}`,
      recipient,
      locale,
    });
  }
  await recordAudit(tx, {
    actorId,
    action: 'email.changed',
    subjectKind: 'supporter',
    subjectId: supporterId,
    detail: { changeId: change.id },
  });
  return 'done';
}

/** Locks both rows that the address concerns. Answers false when it can't be had. */
async function makeRoom(tx: Ctx, { supporterId, oldEmail, newEmail }: EmailChange) {
  const own = await tx.db
    .select({ email: supporters.email })
    .from(supporters)
    .where(and(eq(supporters.id, supporterId), isNull(supporters.mergedIntoId)))
    .for('update');
  if (own[0]?.email !== oldEmail) return false;
  const others = await tx.db
    .select({ id: supporters.id, mergedIntoId: supporters.mergedIntoId })
    .from(supporters)
    .where(eq(supporters.email, newEmail))
    .for('update');
  const other = others[0];
  if (!other) return true;
  if (other.mergedIntoId !== supporterId) return false;
  // Their own from before a merge: the row that kept it as an alias gives it up.
  await tx.db
    .update(supporters)
    .set({ email: addressWithout(other.id) })
    .where(eq(supporters.id, other.id));
  return true;
}

/** Answers false when somebody has begun to use the address in this very moment. */
async function takeAddress(tx: Ctx, { supporterId, newEmail, actorId }: EmailChange) {
  try {
    // Nobody has proved an address that the staff have typed: signing in does.
    const emailVerifiedAt = actorId ? null : tx.clock.now();
    await inTransaction(tx, async (point) => {
      await point.db
        .update(supporters)
        .set({ email: newEmail, emailVerifiedAt })
        .where(eq(supporters.id, supporterId));
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

async function followAtStripe(tx: Ctx, { id, supporterId, newEmail }: EmailChange): Promise<void> {
  const customers = await tx.db
    .update(stripeCustomers)
    .set({ contactEmail: newEmail })
    .where(eq(stripeCustomers.supporterId, supporterId))
    .returning({ id: stripeCustomers.stripeCustomerId });
  for (const customer of customers) {
    await tx.jobs.enqueue(tx.db, 'update-customer-email', {
      stripeCustomerId: customer.id,
      changeId: id,
    });
  }
}
