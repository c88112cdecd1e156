import { and, eq, gt } from 'drizzle-orm';
import { staffConfirmation } from '../../../db/schema/staff.ts';
import { sessions } from '../../../db/schema/supporters.ts';
import { addDays, addMs, minutesMs } from '../../../kernel/dates.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import { freshMinutes } from '../session.ts';
import { type ConfirmationRule, graceDaysMost } from './confirmation.ts';

/** unconfirmed: no passkey was used in this session just now. */
export type SetConfirmationFailure = 'unconfirmed' | 'too_far';

/** The rule that the staff confirm with a passkey, or null while there is none. */
export async function readConfirmationRule(ctx: Ctx): Promise<ConfirmationRule | null> {
  const [rule] = await ctx.db
    .select({ since: staffConfirmation.since, graceUntil: staffConfirmation.graceUntil })
    .from(staffConfirmation);
  return rule ?? null;
}

/** Was a passkey used in this session just now? Then whoever sits there can go on using it. */
export async function isFreshlyConfirmed(ctx: Ctx, sessionId: string): Promise<boolean> {
  const since = addMs(ctx.clock.now(), -freshMinutes * minutesMs);
  const rows = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.confirmedAt, since)));
  return rows.length > 0;
}

/**
 * Has the staff confirm with a passkey from now on, or (null) no longer. Only for an owner who has
 * just done so: nobody can shut themselves out with it, and an open browser can't end the rule.
 * @param input.graceUntil how long those without a passkey are given, at most {@link graceDaysMost} days
 */
export async function setConfirmation(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly sessionId: string;
    readonly graceUntil: Date | null;
    readonly reason: string;
  },
): Promise<Result<null, SetConfirmationFailure>> {
  const { actorId, graceUntil, reason } = input;
  const now = ctx.clock.now();
  if (!(await isFreshlyConfirmed(ctx, input.sessionId))) return fail('unconfirmed');
  if (graceUntil && graceUntil > addDays(now, graceDaysMost + 1)) return fail('too_far');
  return inTransaction(ctx, async (tx) => {
    const [had] = await tx.db.select().from(staffConfirmation).for('update');
    if (graceUntil) {
      await tx.db
        .insert(staffConfirmation)
        .values({ key: 'desk', since: now, graceUntil })
        .onConflictDoUpdate({ target: staffConfirmation.key, set: { graceUntil } });
    } else if (had) {
      await tx.db.delete(staffConfirmation);
    } else {
      return ok(null);
    }
    await recordAudit(tx, {
      ...{ actorId, subjectKind: 'newsroom', subjectId: 'newsroom', reason },
      action: graceUntil ? 'staff.confirmation_required' : 'staff.confirmation_ended',
      before: { graceUntil: had?.graceUntil.toISOString() ?? null },
      after: { graceUntil: graceUntil?.toISOString() ?? null },
    });
    return ok(null);
  });
}
