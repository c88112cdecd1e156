import type { Step } from '../step.ts';
import { createPaymentMethod } from './payment-methods.ts';

const CARD_YEARS = 3;

/** Test payment methods that stand for a card number (https://docs.stripe.com/testing?testing-method=payment-methods). */
const TOKENS: Readonly<Record<string, string>> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_chargeDeclinedExpiredCard: '4000000000000069',
  pm_card_chargeDeclinedIncorrectCvc: '4000000000000127',
  pm_card_chargeDeclinedProcessingError: '4000000000000119',
  pm_card_chargeCustomerFail: '4000000000000341',
  pm_card_authenticationRequiredOnSetup: '4000002500003155',
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_createDispute: '4000000000000259',
  pm_card_pendingRefund: '4000000000007726',
  pm_card_refundFail: '4000000000005126',
};

/** A new payment method where the name is one of Stripe's test tokens, else the name itself. */
export function paymentMethodFor(step: Step, idOrToken: string): string {
  const number = TOKENS[idOrToken];
  if (number === undefined) return idOrToken;
  const expYear = new Date(step.now * 1000).getUTCFullYear() + CARD_YEARS;
  const nobody = { address: null, email: null, name: null, phone: null, tax_id: null };
  return createPaymentMethod(step, { card: { number, expMonth: 12, expYear } }, nobody).id;
}
