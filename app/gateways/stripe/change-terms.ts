import type Stripe from 'stripe';
import type { MembershipTerms } from '../../domain/ports/payments-changes.ts';
import { idOf } from './facts.ts';
import { productIds } from './open-checkout.server.ts';
import { termsKeys } from './subscription-facts.ts';

export function toTermsMetadata(terms: Pick<MembershipTerms, 'tierId' | 'feeCoverMinor'>) {
  return {
    [termsKeys.tier]: terms.tierId,
    [termsKeys.feeCover]: String(terms.feeCoverMinor),
  };
}

/** Its one item. @throws when it has none: not a subscription of ours */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const item = subscription.items.data[0];
  if (!item) throw new Error(`Subscription ${subscription.id} has no item`);
  return item;
}

/**
 * A price of its own, as Checkout made the first one. Such prices are not active, so that even the
 * present one can't be named again by its id: https://docs.stripe.com/products-prices/pricing-models#inline-pricing
 */
export function priceDataOf(
  subscription: Stripe.Subscription,
  { amount, interval }: Pick<MembershipTerms, 'amount' | 'interval'>,
) {
  return {
    product: idOf(itemOf(subscription).price.product) ?? productIds.membership,
    currency: subscription.currency,
    unit_amount: amount.amountMinor,
    recurring: { interval },
  };
}

export function changeItems(subscription: Stripe.Subscription, terms: MembershipTerms) {
  return [
    {
      id: itemOf(subscription).id,
      quantity: 1,
      price_data: priceDataOf(subscription, terms),
    },
  ];
}

/** Or does only the tier change, for the same sum? */
export function hasNewPrice(subscription: Stripe.Subscription, terms: MembershipTerms): boolean {
  const { price, quantity } = itemOf(subscription);
  const present = (price.unit_amount ?? 0) * (quantity ?? 1);
  return present !== terms.amount.amountMinor || startsNewPeriod(subscription, terms);
}

/** Stripe leaves the day of payment alone unless told, even when months become years. */
export function startsNewPeriod(
  subscription: Stripe.Subscription,
  { interval }: Pick<MembershipTerms, 'interval'>,
): boolean {
  return itemOf(subscription).price.recurring?.interval !== interval;
}
