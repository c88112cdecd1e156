import { noAttribution } from '../../app/domain/ports/attribution.ts';
import type { StartGiftInput } from '../../app/domain/donations/start-gift.ts';
import { money } from '../../app/kernel/money.ts';
import { submitCheckout } from '../stripe/engine/flows/checkout.ts';
import {
  attachPaymentMethod,
  createPaymentMethod,
} from '../stripe/engine/flows/payment-methods.ts';
import type { StripeSandbox } from '../stripe/server.ts';

/** A gift as the form would bring it; tests name only what matters to them. */
export function giftInput(parts: Partial<StartGiftInput> = {}): StartGiftInput {
  return {
    amount: money(2500, 'EUR'),
    coversFee: false,
    locale: 'en',
    country: null,
    supporter: null,
    browserHash: 'hash-of-a-browser',
    attemptKey: null,
    isAnonymous: false,
    isAmountShown: false,
    displayName: null,
    note: null,
    returnTo: null,
    attribution: noAttribution,
    appUrl: 'http://localhost:3000',
    newsroomName: 'The Test',
    ...parts,
  };
}

/** Pays on Stripe's page as a reader would. */
export function payOnStripe(
  stripe: StripeSandbox,
  checkoutUrl: string,
  payer: { email: string; card?: string; name?: string },
) {
  const id = /cs_test_[A-Za-z0-9]+/.exec(checkoutUrl)?.[0] ?? '';
  return stripe.engine.transact((step) =>
    submitCheckout(step, id, {
      method: { card: { number: payer.card ?? '4242424242424242', expMonth: 12, expYear: 2035 } },
      email: payer.email,
      name: payer.name ?? 'Maria Reader',
      country: 'DE',
    }),
  );
}

/** From now on the supporter's card is one that can be saved and never charged. */
export function putFailingCard(stripe: StripeSandbox, email: string): void {
  stripe.engine.transact((step) => {
    const customer = stripe.engine.store
      .order('customer')
      .map((id) => step.get('customer', id))
      .find((known) => known.email === email);
    if (!customer) throw new Error(`No customer ${email}`);
    const method = createPaymentMethod(
      step,
      { card: { number: '4000000000000341', expMonth: 12, expYear: 2035 } },
      { address: null, email, name: null, phone: null, tax_id: null },
    );
    attachPaymentMethod(step, method.id, customer.id);
    for (const subscription of step.listBy('subscription', 'customer', customer.id)) {
      step.edit('subscription', subscription.id).default_payment_method = method.id;
    }
  });
}
