import type { Step } from '../step.ts';
import type { CheckoutOutcome } from './checkout-completion.ts';
import { authenticateCheckout, submitCheckout } from './checkout.ts';
import { enterPromotionCode } from './checkout-discounts.ts';
import { setDefaultPaymentMethod } from './customers.ts';
import type { MethodInput } from './payment-methods.ts';
import { attachPaymentMethod, createPaymentMethod } from './payment-methods.ts';

const CARD_YEARS = 3;

/** Somebody who pays without the hosted page: a history, or a test of the engine. */
export interface CheckoutVisitor {
  card: string;
  email: string;
  name: string;
  /** Of the billing address. */
  country?: string;
  /** Of the card's issuer, where it should differ from what the number says. */
  cardCountry?: string;
  /** Instead of the card. */
  iban?: string;
  /** Entered before paying, where the session takes codes. */
  promotionCode?: string;
}

export function completeCheckout(
  step: Step,
  session: string,
  visitor: CheckoutVisitor,
): CheckoutOutcome {
  const method: MethodInput =
    visitor.iban === undefined
      ? { card: { number: visitor.card, country: visitor.cardCountry, ...expiry(step) } }
      : { iban: visitor.iban };
  if (visitor.promotionCode !== undefined) enterPromotionCode(step, session, visitor.promotionCode);
  const { email, name, country = null } = visitor;
  const outcome = submitCheckout(step, session, { method, email, name, country });
  return outcome.kind === 'requires_action' ? authenticateCheckout(step, session, true) : outcome;
}

/** Attaches a card and makes it the default of the customer and of each of their subscriptions. */
export function replaceCard(step: Step, customer: string, number: string): string {
  step.keepTimeOf(customer);
  const { email, name } = step.get('customer', customer, 'customer');
  const method = createPaymentMethod(
    step,
    { card: { number, ...expiry(step) } },
    { address: null, email, name, phone: null, tax_id: null },
  );
  attachPaymentMethod(step, method.id, customer);
  setDefaultPaymentMethod(step, customer, method.id);
  for (const { id, ended_at: ended } of step.listBy('subscription', 'customer', customer)) {
    if (ended !== null) continue;
    const subscription = step.edit('subscription', id);
    subscription.default_payment_method = method.id;
    step.emit('customer.subscription.updated', subscription);
  }
  return method.id;
}

function expiry(step: Step) {
  return { expMonth: 12, expYear: new Date(step.now * 1000).getUTCFullYear() + CARD_YEARS };
}
