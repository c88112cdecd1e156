import { eq } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { amountProblem } from '../../kernel/giving-amounts.ts';
import { money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { openOrder, startFailure } from './open-order.server.ts';
import { isSameAttempt, pendingColumns } from './pending-order.ts';
import type { AlreadyPaid, StartGiftFailure, StartGiftInput } from './start-gift.ts';

type Donation = typeof donations.$inferSelect;

/**
 * Writes the pending donation and opens Stripe's page for it. Our row is first, so that whatever
 * is paid has a row to be found by. The same attempt key finds the same row and the same page.
 */
export async function startDonation(
  ctx: Ctx,
  input: StartGiftInput,
): Promise<Result<{ donationId: string; checkoutUrl: string }, StartGiftFailure> | AlreadyPaid> {
  const { currency, amountMinor } = input.amount;
  if (!isGivingCurrency(currency)) return fail('payments_refused');
  const { amounts, currencies } = await readNewsroom(ctx);
  if (!currencies.includes(currency)) return fail('currency_gone');
  const problem = amountProblem(amounts, { amountMinor, currency }, 'once');
  if (problem) return fail(problem);

  const donation = await writePending(ctx, input);
  if (donation.status === 'paid' || donation.status === 'processing')
    return { ok: false, reason: 'order_already_paid', orderId: donation.id };
  if (donation.checkoutUrl)
    return ok({ donationId: donation.id, checkoutUrl: donation.checkoutUrl });
  const opened = await openOrder(
    ctx,
    {
      ...donation,
      kind: 'donation',
      amount: money(donation.amountMinor, donation.currency),
      interval: null,
      description: input.newsroomName,
    },
    input,
  );
  if (!opened.ok) {
    await ctx.db
      .update(donations)
      .set({ status: 'failed', failureCode: opened.reason, attemptKey: null })
      .where(eq(donations.id, donation.id));
    return fail(startFailure(opened.reason));
  }
  const { checkoutId, url, expiresAt, customerId } = opened.value;
  await ctx.db
    .update(donations)
    .set({
      checkoutId,
      checkoutUrl: url,
      checkoutExpiresAt: expiresAt,
      stripeCustomerId: customerId,
    })
    .where(eq(donations.id, donation.id));
  return ok({ donationId: donation.id, checkoutUrl: url });
}

/** The row of this attempt: a new one, or the one that an earlier click wrote. */
async function writePending(ctx: Ctx, input: StartGiftInput): Promise<Donation> {
  const now = ctx.clock.now();
  const values = { id: newId(), ...pendingColumns(input, now) };
  const inserted = await ctx.db
    .insert(donations)
    .values(values)
    .onConflictDoNothing({ target: donations.attemptKey })
    .returning();
  if (inserted[0]) return inserted[0];
  const known = await ctx.db
    .select()
    .from(donations)
    .where(eq(donations.attemptKey, values.attemptKey ?? ''))
    .limit(1);
  if (known[0] && isSameAttempt(known[0], values, now)) return known[0];
  // The same attempt with other choices, or after its page has closed, is a new gift.
  const fresh = await ctx.db
    .insert(donations)
    .values({ ...values, attemptKey: null })
    .returning();
  if (!fresh[0]) throw new Error('A donation could not be written');
  return fresh[0];
}
