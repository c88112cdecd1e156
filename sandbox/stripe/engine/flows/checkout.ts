import { invalidRequest } from '../errors.ts';
import type { CheckoutSession } from '../objects/checkout-session.ts';
import { planId } from '../objects/checkout-session.ts';
import type { Step } from '../step.ts';
import { findCard } from '../test-cards.ts';
import type { CheckoutOutcome, Payer } from './checkout-completion.ts';
import { complete, declinedBy, ensureCustomer, knownEmail, planOf } from './checkout-completion.ts';
import {
  discountOf,
  paidStatus,
  passesAtOnce,
  redeemDiscount,
  trialEndOf,
} from './checkout-terms.ts';
import { collectInvoice } from './collection.ts';
import type { Attempt } from './payment-intents.ts';
import {
  authenticatePaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
} from './payment-intents.ts';
import {
  attachPaymentMethod,
  createPaymentMethod,
  markAuthenticated,
  profileOf,
} from './payment-methods.ts';
import type { MethodInput } from './payment-methods.ts';
import { authenticateSetup, confirmSetup } from './setup-intents.ts';
import { createSubscription } from './subscriptions.ts';

export interface CheckoutInput {
  method: MethodInput;
  email: string;
  name: string;
  country: string | null;
}

/**
 * The visitor presses "Pay". A session that is complete already answers `completed`, so that a
 * double submit pays once.
 */
export function submitCheckout(step: Step, id: string, input: CheckoutInput): CheckoutOutcome {
  step.keepTimeOf(id);
  const session = step.get('checkout.session', id);
  if (session.status === 'complete') return { kind: 'completed' };
  if (session.status !== 'open' || session.expires_at <= step.now) {
    throw invalidRequest(
      'This Checkout Session has expired.',
      undefined,
      'checkout_session_expired',
    );
  }
  const payer = { ...input, email: knownEmail(step, session) ?? input.email };
  const method = createPaymentMethod(step, input.method, {
    address:
      payer.country === null
        ? null
        : {
            city: null,
            country: payer.country,
            line1: null,
            line2: null,
            postal_code: null,
            state: null,
          },
    email: payer.email,
    name: payer.name,
    phone: null,
    tax_id: null,
  });
  return pay(step, id, method.id, payer, false);
}

/** The bank's page says whether the visitor has authenticated the payment. */
export function authenticateCheckout(step: Step, id: string, passed: boolean): CheckoutOutcome {
  step.keepTimeOf(id);
  const session = step.get('checkout.session', id);
  const { awaiting } = planOf(step, id);
  if (session.status === 'complete') return { kind: 'completed' };
  if (!awaiting) throw invalidRequest('This Checkout Session is not waiting for authentication.');
  step.edit('sandbox.checkout_plan', planId(id)).awaiting = null;
  if (passed) return pay(step, id, awaiting.paymentMethod, awaiting, true);
  if (session.mode === 'setup') {
    authenticateSetup(step, session.setup_intent ?? '', false);
    return declinedBy(step.get('setup_intent', session.setup_intent ?? '').last_setup_error);
  }
  const intent = planOf(step, id).paymentIntent;
  if (intent === null) return declinedBy(null);
  authenticatePaymentIntent(step, intent, false);
  return declinedBy(step.get('payment_intent', intent).last_payment_error);
}

function pay(
  step: Step,
  id: string,
  paymentMethod: string,
  payer: Payer,
  authenticated: boolean,
): CheckoutOutcome {
  const session = step.get('checkout.session', id);
  if (session.mode === 'setup')
    return saveMethod(step, session, paymentMethod, payer, authenticated);
  const willPass = authenticated || passesAtOnce(step, paymentMethod);
  if (!willPass && session.amount_total === 0) return checkMethod(step, id, paymentMethod, payer);
  if (session.amount_total === 0 && session.mode === 'payment') {
    const customer = ensureCustomer(step, session, payer);
    const open = step.edit('checkout.session', id);
    open.payment_status = 'no_payment_required';
    redeemDiscount(step, id, customer);
    return complete(step, open, customer, payer);
  }
  if (willPass && session.mode === 'subscription')
    return subscribe(step, session, paymentMethod, payer, authenticated);
  const customer = willPass ? ensureCustomer(step, session, payer) : session.customer;
  const intent = firstIntent(step, session, customer);
  const attempt = confirmPaymentIntent(step, intent, {
    paymentMethod,
    offSession: false,
    authenticated,
  });
  return conclude(step, session.id, attempt, { intent, paymentMethod, payer, customer });
}

/** Nothing is charged today, yet the card has to be good for later. */
function checkMethod(step: Step, id: string, paymentMethod: string, payer: Payer): CheckoutOutcome {
  const { decline } = findCard(profileOf(step, paymentMethod).number);
  if (!decline) return wait(step, id, paymentMethod, payer);
  const { code, declineCode, message } = decline;
  return { kind: 'declined', code, declineCode, message };
}

function firstIntent(step: Step, session: CheckoutSession, customer: string | null): string {
  const plan = planOf(step, session.id);
  if (plan.paymentIntent !== null) {
    const left = step.edit('payment_intent', plan.paymentIntent);
    left.customer = customer;
    left.amount = session.amount_total ?? left.amount;
    return plan.paymentIntent;
  }
  const intent = createPaymentIntent(step, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    customer,
    description: plan.payment.description,
    metadata: plan.payment.metadata,
    paymentMethodTypes: session.payment_method_types,
    setupFutureUsage:
      session.mode === 'subscription' ? 'off_session' : plan.payment.setupFutureUsage,
    receiptEmail: plan.payment.receiptEmail,
    statementDescriptorSuffix: plan.payment.statementDescriptorSuffix,
  });
  step.edit('sandbox.checkout_plan', plan.id).paymentIntent = intent.id;
  if (session.mode === 'payment')
    step.edit('checkout.session', session.id).payment_intent = intent.id;
  return intent.id;
}

interface Attempted {
  intent: string;
  paymentMethod: string;
  payer: Payer;
  customer: string | null;
}

function conclude(step: Step, id: string, attempt: Attempt, tried: Attempted): CheckoutOutcome {
  if (attempt === 'declined')
    return declinedBy(step.get('payment_intent', tried.intent).last_payment_error);
  if (attempt === 'requires_action') return wait(step, id, tried.paymentMethod, tried.payer);
  const session = step.edit('checkout.session', id);
  session.payment_status = attempt === 'processing' ? 'unpaid' : 'paid';
  redeemDiscount(step, session.id, tried.customer);
  return complete(step, session, tried.customer, tried.payer);
}

function wait(step: Step, id: string, paymentMethod: string, payer: Payer): CheckoutOutcome {
  const { email, name, country } = payer;
  step.edit('sandbox.checkout_plan', planId(id)).awaiting = { paymentMethod, email, name, country };
  return { kind: 'requires_action' };
}

function subscribe(
  step: Step,
  session: CheckoutSession,
  paymentMethod: string,
  payer: Payer,
  authenticated: boolean,
): CheckoutOutcome {
  const plan = planOf(step, session.id);
  const customer = ensureCustomer(step, session, payer) ?? '';
  attachPaymentMethod(step, paymentMethod, customer);
  const subscription = createSubscription(step, {
    customer,
    items: plan.lineItems.flatMap(({ price, quantity }) =>
      price.recurring ? [{ price, quantity }] : [],
    ),
    defaultPaymentMethod: paymentMethod,
    description: plan.subscription.description,
    metadata: plan.subscription.metadata,
    paymentIntent: plan.paymentIntent,
    checkoutSession: session.id,
    missingPaymentMethod: plan.subscription.missingPaymentMethod,
    trialEnd: trialEndOf(step, plan),
    discounts: discountOf(plan),
  });
  const invoice = subscription.latest_invoice ?? '';
  const attempt = collectInvoice(step, invoice, {
    paymentMethod,
    offSession: false,
    authenticated,
    scheduled: true,
  });
  const open = step.edit('checkout.session', session.id);
  open.subscription = subscription.id;
  open.invoice = invoice;
  open.payment_status = attempt === 'processing' ? 'unpaid' : paidStatus(open);
  return complete(step, open, customer, payer);
}

function saveMethod(
  step: Step,
  session: CheckoutSession,
  paymentMethod: string,
  payer: Payer,
  authenticated: boolean,
): CheckoutOutcome {
  const intent = session.setup_intent ?? '';
  const attempt = authenticated
    ? authenticateSetup(step, intent, true)
    : confirmSetup(step, intent, paymentMethod);
  if (attempt === 'declined')
    return declinedBy(step.get('setup_intent', session.setup_intent ?? '').last_setup_error);
  if (attempt === 'requires_action') return wait(step, session.id, paymentMethod, payer);
  markAuthenticated(step, paymentMethod);
  return complete(step, step.edit('checkout.session', session.id), session.customer, payer);
}

/** Nobody paid in time, or the creator has closed the session. */
export function expireCheckout(step: Step, id: string): CheckoutSession {
  const held = step.get('checkout.session', id);
  if (held.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${held.status}\`.`,
    );
  }
  const session = step.edit('checkout.session', id);
  session.status = 'expired';
  session.url = null;
  step.emit('checkout.session.expired', session);
  return session;
}
