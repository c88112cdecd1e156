import { invalidRequest, missingParam } from '../errors.ts';
import { attachPaymentMethod, createPaymentMethod } from '../flows/payment-methods.ts';
import type { Params } from '../params.ts';
import { integer, mergedMetadata, nested, readAddress, requiredText, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';

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
    path: '/v1/payment_methods/:id/attach',
    params: ['customer'],
    handle: (step, { params, id }) =>
      attachPaymentMethod(step, id, requiredText(params, 'customer')),
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

export const setupIntentRoutes: Route[] = [
  retrieveRoute('setup_intent', '/v1/setup_intents/:id'),
  listRoute('setup_intent', '/v1/setup_intents', { by: ['customer', 'payment_method'] }),
];
