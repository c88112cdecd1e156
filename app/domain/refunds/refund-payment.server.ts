import { createHash } from 'node:crypto';
import { refunds } from '../../db/schema/refunds.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import type { Money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { readChargePayment } from '../ledger/read-charge-payment.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { ChargeFacts } from '../ports/payments.ts';
import type { RefundReason } from '../ports/payments-refunds.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { makeRefund } from './make-refund.server.ts';
import { type Refusal, isChargedBack, refundableOf } from './refund.ts';
import { listRefundRows, lockRefunds, readChargeNow } from './refund-rows.server.ts';

/** When the job looks whether Stripe has made it, should this process end, or Stripe be away, before. */
const lookAfterMs = minutesMs;

export interface RefundPaymentInput {
  readonly paymentId: string;
  /** In minor units of the charge's currency. */
  readonly amountMinor: number;
  readonly reason: RefundReason;
  /** Why, in the words of the member of staff. */
  readonly why: string;
  readonly actorId: string;
  /** The form's own name (a UUID): sent twice with one amount, it is one refund. */
  readonly attemptKey: string;
}

/** `too_much`: less than that is left. */
export type RefundPaymentFailure =
  'not_found' | 'charged_back' | 'payments_unavailable' | 'too_much' | Refusal;

/** `waiting`: Stripe could not confirm it now; it is asked again by itself, and makes it once. */
export type RefundOutcome = 'made' | 'waiting';

/**
 * Gives back a part of a payment, or all of it. Our row comes first, with its audit entry and the
 * job that would finish it; then Stripe is asked under the row's name. What the payment bought is
 * revoked, and the giver told, by what Stripe then says. Caller's duty: that the actor may.
 */
export async function refundPayment(
  ctx: Ctx,
  input: RefundPaymentInput,
): Promise<Result<{ refundId: string; outcome: RefundOutcome }, RefundPaymentFailure>> {
  const payment = await readChargePayment(ctx, input.paymentId);
  if (!payment) return fail('not_found');
  const facts = await readChargeNow(ctx, payment.stripeChargeId);
  if (!facts) return fail('payments_unavailable');
  if (isChargedBack(facts)) return fail('charged_back');
  const asked = await inTransaction(ctx, (tx) => ask(tx, input, facts));
  if (!asked.ok) return asked;
  const { refundId } = asked.value;
  const made = await makeRefund(ctx, { refundId });
  if (made === 'made' || made === 'waiting') return ok({ refundId, outcome: made });
  return fail(made);
}

async function ask(
  tx: Ctx,
  input: RefundPaymentInput,
  facts: ChargeFacts,
): Promise<Result<{ refundId: string }, 'too_much'>> {
  const { paymentId, amountMinor, reason, actorId } = input;
  const attemptKey = keyOfAsked(input);
  await lockRefunds(tx, paymentId);
  const before = await listRefundRows(tx, paymentId);
  const same = before.find((row) => row.attemptKey === attemptKey);
  if (same) return ok({ refundId: same.id });
  const left = refundableOf(facts, before);
  if (amountMinor > left.amountMinor) return fail('too_much');
  const { currency } = facts.amount;
  const refundId = newId();
  const now = tx.clock.now();
  await tx.db.insert(refunds).values({
    ...{ id: refundId, paymentId, stripeChargeId: facts.chargeId, amountMinor, currency, reason },
    ...{ status: 'asked', attemptKey, actorId, createdAt: now, updatedAt: now },
  });
  await recordAudit(tx, {
    ...{ actorId, action: 'payment.refund_asked', subjectKind: 'payment', subjectId: paymentId },
    detail: { refund: refundId, amountMinor, currency, stripeReason: reason },
    before: { refundableMinor: left.amountMinor },
    after: { refundableMinor: left.amountMinor - amountMinor },
    reason: input.why,
  });
  await tx.jobs.enqueue(
    tx.db,
    'make-refund',
    { refundId },
    { startAt: addMs(now, lookAfterMs), singletonKey: refundId },
  );
  return ok({ refundId });
}

/**
 * The form keeps its name when it comes back with an error. An amount changed then is another
 * decision, and must not be answered with what became of the first.
 */
function keyOfAsked(input: RefundPaymentInput): string {
  const asked = [input.attemptKey, input.paymentId, input.amountMinor].join(':');
  const hex = createHash('sha256').update(asked).digest('hex');
  // Version 8: a UUID of one's own making. https://www.rfc-editor.org/rfc/rfc9562#section-5.8
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What of a payment can still go back, as our rows and this reading of Stripe have it. */
export async function readRefundable(
  ctx: Ctx,
  input: { readonly paymentId: string; readonly facts: ChargeFacts },
): Promise<Money> {
  return refundableOf(input.facts, await listRefundRows(ctx, input.paymentId));
}
