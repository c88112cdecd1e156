import { eq } from 'drizzle-orm';
import { gifts } from '../../db/schema/gifts.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import type { Locale } from '../../kernel/locale.ts';
import { addMs } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { startFailure } from '../donations/open-order.server.ts';
import { checkoutOpenMs, orderUrls } from '../donations/order-urls.ts';
import { isSameAttempt } from '../donations/pending-order.ts';
import type { AlreadyPaid, StartGiftFailure } from '../donations/start-gift.ts';
import { listTiers } from '../memberships/list-tiers.server.ts';
import type { Attribution } from '../ports/attribution.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readStripeCustomerId } from '../supporters/stripe-customer.server.ts';
import { type GiftDelivery, type GiftMonths, giftPrice } from './gift.ts';
import { giftCode, giftCodeHash } from './gift-code.ts';

/** What the form brought, parsed. */
export interface StartGiftMembershipInput {
  readonly tierSlug: string;
  readonly months: GiftMonths;
  readonly currency: GivingCurrency;
  readonly fromName: string;
  readonly toName: string;
  readonly message: string | null;
  readonly delivery: GiftDelivery;
  /** For a gift by mail: to whom, and from which instant on. */
  readonly recipientEmail: string | null;
  readonly deliverAt: Date | null;
  readonly locale: Locale;
  /** Who is signed in. */
  readonly supporter: { readonly id: string; readonly email: string } | null;
  readonly browserHash: string;
  readonly attemptKey: string | null;
  readonly attribution: Attribution;
  readonly appUrl: string;
  /** The application's secret, from which the card's code is made. */
  readonly secret: string;
  readonly newsroomName: string;
}

type Gift = typeof gifts.$inferSelect;

/**
 * Writes the pending gift and opens Stripe's page for it: our row is first. The same attempt finds
 * the same row and the same page.
 */
export async function startGiftMembership(
  ctx: Ctx,
  input: StartGiftMembershipInput,
): Promise<
  Result<{ giftId: string; checkoutUrl: string }, StartGiftFailure | 'tier_unknown'> | AlreadyPaid
> {
  const [tiers, { currencies }] = await Promise.all([listTiers(ctx), readNewsroom(ctx)]);
  const tier = tiers.find(({ slug }) => slug === input.tierSlug);
  if (!tier) return fail('tier_unknown');
  if (!currencies.includes(input.currency)) return fail('currency_gone');
  const gift = await writePending(ctx, input, {
    tierId: tier.id,
    amountMinor: giftPrice(tier, input.months, input.currency).amountMinor,
  });
  if (gift.status === 'paid' || gift.status === 'processing') {
    return { ok: false, reason: 'order_already_paid', orderId: gift.id };
  }
  if (gift.checkoutUrl) return ok({ giftId: gift.id, checkoutUrl: gift.checkoutUrl });
  const opened = await ctx.payments.openCheckout(
    {
      order: {
        kind: 'gift',
        orderId: gift.id,
        articleId: gift.articleId,
        campaignId: gift.campaignId,
      },
      customerId: input.supporter ? await readStripeCustomerId(ctx, input.supporter.id) : null,
      email: input.supporter?.email ?? null,
      amount: money(gift.amountMinor, gift.currency),
      interval: null,
      description: `${input.newsroomName}: ${tier.name[input.locale]}`,
      reduction: null,
      locale: input.locale,
      ...orderUrls(input.appUrl, input.locale, 'gift', gift.id),
      expiresAt: addMs(gift.createdAt, checkoutOpenMs),
    },
    1,
  );
  if (!opened.ok) {
    await ctx.db
      .update(gifts)
      .set({ status: 'failed', failureCode: opened.reason, attemptKey: null })
      .where(eq(gifts.id, gift.id));
    return fail(startFailure(opened.reason));
  }
  const { checkoutId, url, expiresAt, customerId } = opened.value;
  await ctx.db
    .update(gifts)
    .set({
      ...{ checkoutId, checkoutUrl: url, checkoutExpiresAt: expiresAt },
      stripeCustomerId: customerId,
    })
    .where(eq(gifts.id, gift.id));
  return ok({ giftId: gift.id, checkoutUrl: url });
}

async function writePending(
  ctx: Ctx,
  input: StartGiftMembershipInput,
  cost: { tierId: string; amountMinor: number },
): Promise<Gift> {
  const now = ctx.clock.now();
  const id = newId();
  const isMail = input.delivery === 'mail';
  const values = {
    id,
    status: 'pending' as const,
    supporterId: input.supporter?.id ?? null,
    ...cost,
    months: input.months,
    currency: input.currency,
    attemptKey: input.attemptKey,
    browserHash: input.browserHash,
    locale: input.locale,
    ...input.attribution,
    // Whole seconds: Stripe is told the expiry in seconds, and a repeated call must say the same.
    createdAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
    fromName: input.fromName,
    toName: input.toName,
    message: input.message,
    delivery: input.delivery,
    recipientEmail: isMail ? input.recipientEmail : null,
    deliverAt: isMail ? (input.deliverAt ?? now) : null,
    codeHash: giftCodeHash(giftCode(input.secret, id)),
  };
  const inserted = await ctx.db
    .insert(gifts)
    .values(values)
    .onConflictDoNothing({ target: gifts.attemptKey })
    .returning();
  if (inserted[0]) return inserted[0];
  const known = await ctx.db
    .select()
    .from(gifts)
    .where(eq(gifts.attemptKey, values.attemptKey ?? ''))
    .limit(1);
  const earlier = known[0];
  if (earlier && isSameAttempt(earlier, values, now) && isSameCard(earlier, values)) return earlier;
  const fresh = await ctx.db
    .insert(gifts)
    .values({ ...values, attemptKey: null })
    .returning();
  if (!fresh[0]) throw new Error('A gift could not be written');
  return fresh[0];
}

type Card = Pick<
  Gift,
  'tierId' | 'months' | 'fromName' | 'toName' | 'message' | 'delivery' | 'recipientEmail'
>;

/** Another card with the same sum is another gift. */
function isSameCard(earlier: Card, now: Card): boolean {
  return (
    earlier.tierId === now.tierId &&
    earlier.months === now.months &&
    earlier.fromName === now.fromName &&
    earlier.toName === now.toName &&
    earlier.message === now.message &&
    earlier.delivery === now.delivery &&
    earlier.recipientEmail === now.recipientEmail
  );
}
