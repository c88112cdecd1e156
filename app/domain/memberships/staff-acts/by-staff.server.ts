import { eq } from 'drizzle-orm';
import { type AskedTerms, staffActs } from '../../../db/schema/staff-acts.ts';
import { addMs } from '../../../kernel/dates.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { type StaffActKind, awaitsPaymentMs, openMs } from './staff-act.ts';

/** What a member of staff does to somebody's membership. */
export interface StaffAct {
  readonly membershipId: string;
  readonly actorId: string;
  /** Why, in the words of the member of staff. */
  readonly why: string;
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Does something to a membership for the staff. Who, and why, is kept before Stripe is asked, and
 * becomes an entry of the audit log in the transaction that takes the effect over: should this
 * process end in between, the event that tells of the effect does it, or reconciliation. What was
 * refused did not happen and leaves nothing; what Stripe gave no answer to is kept until it is known.
 * @param awaitsPayment whether a result is one that the patron may still pay for
 */
export async function byStaff<Result extends Outcome>(
  ctx: Ctx,
  act: StaffAct & { readonly action: StaffActKind; readonly asked?: AskedTerms },
  perform: () => Promise<Result>,
  awaitsPayment: (result: Result) => boolean = () => false,
): Promise<Result> {
  const id = await keep(ctx, act);
  const result = await perform();
  if (awaitsPayment(result)) {
    const openUntil = addMs(ctx.clock.now(), awaitsPaymentMs);
    await ctx.db.update(staffActs).set({ openUntil }).where(eq(staffActs.id, id));
  } else if (!result.ok && result.reason !== 'payments_unavailable') {
    await ctx.db.delete(staffActs).where(eq(staffActs.id, id));
  }
  return result;
}

/** Asked for twice by one person it is one act, for the reason given last. */
async function keep(
  ctx: Ctx,
  {
    membershipId,
    actorId,
    action,
    ...act
  }: StaffAct & { readonly action: StaffActKind; readonly asked?: AskedTerms },
): Promise<string> {
  const now = ctx.clock.now();
  const kept = {
    ...{ reason: act.why, asked: act.asked ?? null, createdAt: now },
    ...{ openUntil: addMs(now, openMs) },
    ...{ address: ctx.origin?.address ?? null, userAgent: ctx.origin?.userAgent ?? null },
  };
  const rows = await ctx.db
    .insert(staffActs)
    .values({ id: newId(), membershipId, actorId, action, ...kept })
    .onConflictDoUpdate({
      target: [staffActs.membershipId, staffActs.actorId, staffActs.action],
      set: kept,
    })
    .returning({ id: staffActs.id });
  const id = rows[0]?.id;
  if (!id) throw new Error('A staff act was not kept');
  return id;
}
