import { invalidRequest, missingParam } from '../errors.ts';
import { attachPaymentMethod, createPaymentMethod } from '../flows/payment-methods.ts';
import { paymentMethodFor } from '../flows/test-tokens.ts';
import type { Params } from '../params.ts';
import {
  clearable,
  integer,
  mergedMetadata,
  nested,
  oneOf,
  readAddress,
  requiredText,
  text,
} from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

function billingOf(params: Params) {
  const billing = nested(params, 'billing_details') ?? {};
  return {
    address: readAddress(nested(billing, 'address') ?? {}),
    email: text(billing, 'email') ?? null,
    name: text(billing, 'name') ?? null,
    phone: text(billing, 'phone') ?? null,
    tax_id: null,
  };
}

const REDISPLAYS = ['always', 'limited', 'unspecified'] as const;

function update(step: Step, id: string, params: Params) {
  const method = step.edit('payment_method', id);
  if (method.customer === null) {
    throw invalidRequest(
      'You must save this PaymentMethod to a customer before you can update it.',
    );
  }
  const billing = nested(params, 'billing_details');
  if (billing) {
    for (const name of ['email', 'name', 'phone'] as const) {
      const value = clearable(billing, name);
      if (value !== undefined)
        method.billing_details = { ...method.billing_details, [name]: value };
    }
    const address = nested(billing, 'address');
    if (address) {
      method.billing_details = { ...method.billing_details, address: readAddress(address) };
    }
  }
  const card = nested(params, 'card');
  if (card && !method.card) throw invalidRequest('This PaymentMethod is not a card.', 'card');
  if (card && method.card) {
    method.card.exp_month = integer(card, 'exp_month') ?? method.card.exp_month;
    method.card.exp_year = integer(card, 'exp_year') ?? method.card.exp_year;
  }
  method.allow_redisplay = oneOf(params, 'allow_redisplay', REDISPLAYS) ?? method.allow_redisplay;
  method.metadata = mergedMetadata(params, method.metadata);
  step.emit('payment_method.updated', method);
  return method;
}

export const paymentMethodRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/payment_methods',
    params: [
      'type',
      'card.number',
      'card.exp_month',
      'card.exp_year',
      'card.cvc',
      'sepa_debit.iban',
      'billing_details',
      'metadata',
    ],
    handle: (step, { params }) => {
      const type = requiredText(params, 'type');
      const billing = billingOf(params);
      const card = nested(params, 'card');
      const debit = nested(params, 'sepa_debit');
      if (type === 'card' && !card) throw missingParam('card');
      if (type === 'sepa_debit' && !debit) throw missingParam('sepa_debit');
      if (type !== 'card' && type !== 'sepa_debit')
        throw invalidRequest(`Invalid payment method type: ${type}`, 'type');
      const method = createPaymentMethod(
        step,
        card
          ? {
              card: {
                number: requiredText(card, 'number'),
                expMonth: integer(card, 'exp_month') ?? 12,
                expYear:
                  integer(card, 'exp_year') ?? new Date(step.now * 1000).getUTCFullYear() + 3,
              },
            }
          : { iban: requiredText(debit ?? {}, 'iban') },
        billing,
      );
      method.metadata = mergedMetadata(params);
      return method;
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id',
    params: ['allow_redisplay', 'billing_details', 'card.exp_month', 'card.exp_year', 'metadata'],
    handle: (step, { params, id }) => update(step, id, params),
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    params: ['customer'],
    handle: (step, { params, id }) =>
      attachPaymentMethod(step, paymentMethodFor(step, id), requiredText(params, 'customer')),
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/detach',
    params: [],
    handle: (step, { id }) => {
      const method = step.edit('payment_method', id);
      if (method.customer === null) {
        throw invalidRequest(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
        );
      }
      const customer = step.get('customer', method.customer);
      if (customer.invoice_settings.default_payment_method === id) {
        step.edit('customer', customer.id).invoice_settings.default_payment_method = null;
        step.emit('customer.updated', customer);
      }
      method.customer = null;
      step.emit('payment_method.detached', method);
      return method;
    },
  },
  retrieveRoute('payment_method', '/v1/payment_methods/:id'),
  listRoute('payment_method', '/v1/payment_methods', {
    by: ['customer'],
    where: { type: (method, value) => method.type === value },
    always: (method) => method.customer !== null,
  }),
];
