import type { CheckoutPlan, CheckoutSession } from '../objects/checkout-session.ts';
import { planId } from '../objects/checkout-session.ts';
import type { PaymentError } from '../objects/payment-intent.ts';
import type { Step } from '../step.ts';
import { createCustomer } from './customers.ts';

export type CheckoutOutcome =
  | { kind: 'completed' }
  | { kind: 'requires_action' }
  | { kind: 'declined'; code: string; declineCode: string | null; message: string };

export interface Payer {
  email: string;
  name: string;
  country: string | null;
}

/** The email that the visitor cannot change, because the session's creator gave it. */
export function knownEmail(step: Step, session: CheckoutSession): string | null {
  const customer = session.customer === null ? undefined : step.find('customer', session.customer);
  return customer?.email ?? session.customer_email;
}

export function planOf(step: Step, session: string): CheckoutPlan {
  return step.get('sandbox.checkout_plan', planId(session));
}

/** The session's customer, made now if the mode wants one. */
export function ensureCustomer(step: Step, session: CheckoutSession, payer: Payer): string | null {
  if (session.customer !== null) {
    fillCustomer(step, session.customer, payer);
    return session.customer;
  }
  const { paymentIntent, payment } = planOf(step, session.id);
  const left = paymentIntent === null ? null : step.get('payment_intent', paymentIntent).customer;
  if (left !== null) return left;
  const wanted =
    session.mode === 'subscription' ||
    session.customer_creation === 'always' ||
    payment.setupFutureUsage !== null;
  if (!wanted) return null;
  return createCustomer(step, (customer) => {
    customer.email = payer.email;
    customer.name = payer.name;
    customer.preferred_locales =
      session.locale === null || session.locale === 'auto' ? [] : [session.locale];
  }).id;
}

/** "If the Customer does not have a valid email, Checkout will set the email entered during the session on the Customer." (https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-customer) */
function fillCustomer(step: Step, id: string, payer: Payer): void {
  const known = step.get('customer', id);
  if (known.email !== null) return;
  const customer = step.edit('customer', id);
  customer.email = payer.email;
  customer.name ??= payer.name;
  step.emit('customer.updated', customer);
}

/** Closes the session; `checkout.session.completed` says so. */
export function complete(
  step: Step,
  session: CheckoutSession,
  customer: string | null,
  payer: Payer,
): CheckoutOutcome {
  session.status = 'complete';
  session.url = null;
  session.customer = customer;
  session.customer_details = {
    address: {
      city: null,
      country: payer.country,
      line1: null,
      line2: null,
      postal_code: null,
      state: null,
    },
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
  session.collected_information = {
    business_name: null,
    individual_name: null,
    shipping_details: null,
  };
  step.emit('checkout.session.completed', session);
  return { kind: 'completed' };
}

/** A decline in the words of the error that an intent was left with. */
export function declinedBy(error: PaymentError | null): CheckoutOutcome {
  return {
    kind: 'declined',
    code: error?.code ?? 'card_declined',
    declineCode: error?.decline_code ?? null,
    message: error?.message ?? 'Your card was declined.',
  };
}
