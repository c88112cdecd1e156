import type Stripe from 'stripe';
import type { OpenCheckoutInput, OpenedCheckout } from '../../domain/ports/payments.ts';
import type { CheckoutReduction } from '../../domain/ports/payments-offers.ts';
import { fromUnix, toUnix } from '../../kernel/dates.ts';
import { isKeyOfAnother, isMissing } from './classify-error.ts';
import { toMetadata } from './facts.ts';

/** One product at Stripe for each thing that we sell; its id is ours, so that it is made once. */
export const productIds = {
  donation: 'masthead_donation',
  membership: 'masthead_membership',
  gift: 'masthead_gift',
};

/**
 * Makes the customer (unless there is one) and the Checkout session. Idempotency keys come from
 * our row, and every parameter does too, so that a repeated call finds the same session.
 * @throws Stripe's errors.
 */
export async function openCheckout(
  stripe: Stripe,
  environment: string,
  input: OpenCheckoutInput,
  attempt: number,
): Promise<OpenedCheckout> {
  const { order } = input;
  const metadata = toMetadata(order, environment);
  const customerId = input.customerId ?? (await createCustomer(stripe, environment, input));
  const productId = productIds[order.kind];
  const create = (key: string) =>
    stripe.checkout.sessions.create(
      {
        mode: input.interval ? 'subscription' : 'payment',
        customer: customerId,
        customer_update: { name: 'auto', address: 'auto' },
        client_reference_id: order.orderId,
        metadata,
        line_items: [
          {
            quantity: 1,
            price_data: {
              product: productId,
              currency: input.amount.currency.toLowerCase(),
              unit_amount: input.amount.amountMinor,
              ...(input.interval ? { recurring: { interval: input.interval } } : {}),
            },
          },
        ],
        // A session's own metadata does not reach what it creates, so it is set there as well.
        ...(input.interval
          ? {
              subscription_data: {
                metadata,
                description: input.description,
                ...trialOf(input),
              },
              // A trial and a first charge of nothing ask for the card too: later ones need it.
              payment_method_collection: 'always' as const,
              ...(input.reduction?.discount ? { discounts: [discountOf(input.reduction)] } : {}),
            }
          : {
              payment_intent_data: { metadata, description: input.description },
              submit_type: 'donate' as const,
            }),
        // Stripe's page does not speak Ukrainian; "auto" lets it choose by the browser.
        locale: input.locale === 'en' ? 'en' : 'auto',
        success_url: input.successUrl,
        cancel_url: input.cancelUrl,
        expires_at: toUnix(input.expiresAt),
      },
      { idempotencyKey: key },
    );
  const key = `checkout:${order.orderId}:${attempt}`;
  const session = await create(key).catch(async (error: unknown) => {
    // An earlier call said something else (the newsroom has another name since) and its answer was
    // lost: nobody was given that page, so a second one can't be paid beside it.
    if (isKeyOfAnother(error)) return create(`${key}:changed`);
    if (!isMissing(error)) throw error;
    await createProduct(stripe, productId, input.description);
    return create(`${key}:product`);
  });
  if (!session.url) throw new Error(`Checkout session ${session.id} came without an address`);
  return {
    checkoutId: session.id,
    url: session.url,
    expiresAt: fromUnix(session.expires_at),
    customerId,
  };
}

/** https://docs.stripe.com/payments/checkout/free-trials */
function trialOf({ reduction }: OpenCheckoutInput) {
  if (!reduction?.trialDays) return {};
  return {
    trial_period_days: reduction.trialDays,
    trial_settings: { end_behavior: { missing_payment_method: 'cancel' as const } },
  };
}

function discountOf({ discount }: CheckoutReduction) {
  if (discount === null) return {};
  return 'couponId' in discount
    ? { coupon: discount.couponId }
    : { promotion_code: discount.promotionCodeId };
}

async function createCustomer(
  stripe: Stripe,
  environment: string,
  { order, email }: OpenCheckoutInput,
): Promise<string> {
  const customer = await stripe.customers.create(
    {
      // Without an address, Checkout asks for one and sets it on the customer.
      ...(email ? { email } : {}),
      metadata: { app: 'masthead', env: environment, order_id: order.orderId },
    },
    { idempotencyKey: `customer:${order.orderId}` },
  );
  return customer.id;
}

async function createProduct(stripe: Stripe, id: string, name: string): Promise<void> {
  await stripe.products.create(
    { id, name, metadata: { app: 'masthead' } },
    { idempotencyKey: `product:${id}` },
  );
}
