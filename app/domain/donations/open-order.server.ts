import type { Money } from '../../kernel/money.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { addMs } from '../../kernel/dates.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ctx } from '../ports/context.ts';
import type { OpenedCheckout, PaymentsFailure } from '../ports/payments.ts';
import type { CheckoutReduction } from '../ports/payments-offers.ts';
import { readStripeCustomerId } from '../supporters/stripe-customer.server.ts';
import { checkoutOpenMs, orderUrls } from './order-urls.ts';
import type { StartGiftFailure, StartGiftInput } from './start-gift.ts';

/** A pending row of ours that needs a Checkout. */
export interface PendingOrder {
  readonly kind: 'donation' | 'membership';
  readonly id: string;
  readonly articleId: string | null;
  readonly campaignId: string | null;
  readonly createdAt: Date;
  /** What is charged, fee cover included. */
  readonly amount: Money;
  readonly interval: Interval | null;
  readonly description: string;
  /** What an offer takes off the first charges. */
  readonly reduction?: CheckoutReduction | null;
}

/** Opens Stripe's page for a row that is written already. Repeating it finds the same page. */
export async function openOrder(
  ctx: Ctx,
  order: PendingOrder,
  input: StartGiftInput,
): Promise<Result<OpenedCheckout, PaymentsFailure>> {
  const customerId = input.supporter ? await readStripeCustomerId(ctx, input.supporter.id) : null;
  return ctx.payments.openCheckout(
    {
      order: {
        kind: order.kind,
        orderId: order.id,
        articleId: order.articleId,
        campaignId: order.campaignId,
      },
      customerId,
      email: input.supporter?.email ?? null,
      amount: order.amount,
      interval: order.interval,
      description: order.description,
      reduction: order.reduction ?? null,
      locale: input.locale,
      ...orderUrls(input.appUrl, input.locale, order.kind, order.id),
      expiresAt: addMs(order.createdAt, checkoutOpenMs),
    },
    1,
  );
}

/** One reason of the provider's, one of ours. */
export function startFailure(reason: PaymentsFailure): StartGiftFailure {
  switch (reason) {
    case 'amount_too_small':
      return 'amount_too_low';
    case 'amount_too_large':
      return 'amount_too_high';
    case 'try_later':
      return 'payments_unavailable';
    case 'refused':
      return 'payments_refused';
  }
}
