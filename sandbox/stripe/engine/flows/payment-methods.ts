import { createHash } from 'node:crypto';
import { invalidRequest } from '../errors.ts';
import type { BillingDetails, MethodProfile, PaymentMethod } from '../objects/payment-method.ts';
import { newPaymentMethod, profileId } from '../objects/payment-method.ts';
import type { Step } from '../step.ts';
import { findCard } from '../test-cards.ts';

export interface CardInput {
  number: string;
  expMonth: number;
  expYear: number;
  /** The issuer's country, where a history wants another than the number says. */
  country?: string | undefined;
}

export type MethodInput = { card: CardInput } | { iban: string };

/** A new payment method, not yet anyone's. */
export function createPaymentMethod(
  step: Step,
  input: MethodInput,
  billing: BillingDetails,
): PaymentMethod {
  const id = step.newId('pm');
  const number =
    'card' in input
      ? input.card.number.replaceAll(/\D/g, '')
      : input.iban.replaceAll(/\s/g, '').toUpperCase();
  const method = step.add(
    newPaymentMethod(id, step.now, billing, 'card' in input ? cardOf(input.card) : bankOf(number)),
  );
  step.add<MethodProfile>({
    id: profileId(id),
    object: 'sandbox.method_profile',
    created: step.now,
    number,
    authenticated: false,
  });
  return method;
}

function cardOf(input: CardInput) {
  const known = findCard(input.number);
  return {
    card: {
      brand: known.brand,
      country: input.country ?? known.country,
      expMonth: input.expMonth,
      expYear: input.expYear,
      funding: known.funding,
      last4: known.number.slice(-4),
      fingerprint: fingerprint(known.number),
    },
  };
}

function bankOf(iban: string) {
  return {
    bank: {
      country: iban.slice(0, 2),
      last4: iban.slice(-4),
      bankCode: iban.slice(4, 9),
      fingerprint: fingerprint(iban),
    },
  };
}

const fingerprints = new Map<string, string>();

/** The same for the same number, and telling nothing about it. */
function fingerprint(number: string): string {
  const known = fingerprints.get(number);
  if (known !== undefined) return known;
  const made = createHash('sha256')
    .update(`sandbox:${number}`)
    .digest('base64url')
    .replaceAll(/[-_]/g, 'x')
    .slice(0, 16);
  fingerprints.set(number, made);
  return made;
}

/** Gives a payment method to a customer and emits `payment_method.attached`. */
export function attachPaymentMethod(
  step: Step,
  id: string,
  customer: string,
  param = 'id',
): PaymentMethod {
  const held = step.get('payment_method', id, param);
  if (held.customer === customer) return held;
  if (held.customer !== null) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      param === 'id' ? 'payment_method' : param,
      'resource_already_exists',
    );
  }
  step.get('customer', customer, 'customer');
  const method = step.edit('payment_method', id);
  method.customer = customer;
  step.emit('payment_method.attached', method);
  return method;
}

export function profileOf(step: Step, paymentMethod: string): MethodProfile {
  return step.get('sandbox.method_profile', profileId(paymentMethod));
}

/** Remembers that the card holder has agreed to later charges without them. */
export function markAuthenticated(step: Step, paymentMethod: string): void {
  step.edit('sandbox.method_profile', profileId(paymentMethod)).authenticated = true;
}

/**
 * The card's network tells of a renewed card: the payment method stays, with another number and
 * expiry (https://docs.stripe.com/payments/cards/overview#automatic-card-updates).
 */
export function updateCardAutomatically(step: Step, id: string, number: string): PaymentMethod {
  const method = step.edit('payment_method', id);
  if (!method.card) throw invalidRequest('This PaymentMethod is not a card.');
  const known = findCard(number);
  method.card.last4 = known.number.slice(-4);
  method.card.fingerprint = fingerprint(known.number);
  method.card.exp_year += 3;
  step.edit('sandbox.method_profile', profileId(id)).number = known.number;
  step.emit('payment_method.automatically_updated', method);
  return step.get('payment_method', id);
}
