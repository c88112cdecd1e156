import { invalidRequest, missingParam } from '../errors.ts';
import { tellInvoice } from '../flows/after-payment.ts';
import {
  cancelPaymentIntent,
  confirmPaymentIntent,
  createPaymentIntent,
} from '../flows/payment-intents.ts';
import { declinedError } from '../flows/decline-error.ts';
import { paymentMethodFor } from '../flows/test-tokens.ts';
import { checkChargeAmount, readCurrency } from '../money/currencies.ts';
import { minimumEquivalent } from '../money/settlement.ts';
import type { Params } from '../params.ts';
import {
  clearable,
  flag,
  integer,
  mergedMetadata,
  nested,
  oneOf,
  requiredText,
  text,
} from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

const REDIRECTS = ['always', 'never'] as const;
const USAGES = ['off_session', 'on_session'] as const;

function confirm(step: Step, id: string, params: Params) {
  const named = text(params, 'payment_method');
  const held = step.get('payment_intent', id).payment_method;
  const paymentMethod = named === undefined ? held : paymentMethodFor(step, named);
  if (paymentMethod === null) throw missingParam('payment_method');
  const attempt = confirmPaymentIntent(step, id, {
    paymentMethod,
    offSession: flag(params, 'off_session') ?? false,
  });
  tellInvoice(step, id, attempt);
  if (attempt === 'declined') throw declinedError(step, id);
  return step.get('payment_intent', id);
}

export const paymentIntentRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/payment_intents',
    params: [
      'amount',
      'currency',
      'automatic_payment_methods.enabled',
      'automatic_payment_methods.allow_redirects',
      'confirm',
      'customer',
      'description',
      'metadata',
      'off_session',
      'payment_method',
      'receipt_email',
      'return_url',
      'setup_future_usage',
      'statement_descriptor_suffix',
    ],
    handle: (step, { params }) => {
      const amount = integer(params, 'amount');
      if (amount === undefined) throw missingParam('amount');
      const currency = readCurrency(requiredText(params, 'currency'), step.settings.money.rates);
      checkChargeAmount(amount, currency, minimumEquivalent(currency, step.settings.money));
      const customer = text(params, 'customer') ?? null;
      if (customer !== null) step.get('customer', customer, 'customer');
      const intent = createPaymentIntent(step, {
        amount,
        currency,
        customer,
        description: text(params, 'description') ?? null,
        metadata: mergedMetadata(params),
        paymentMethodTypes: currency === 'eur' ? ['card', 'sepa_debit'] : ['card'],
        setupFutureUsage: oneOf(params, 'setup_future_usage', USAGES) ?? null,
        receiptEmail: text(params, 'receipt_email') ?? null,
        statementDescriptorSuffix: text(params, 'statement_descriptor_suffix') ?? null,
      });
      const method = text(params, 'payment_method');
      const held = step.edit('payment_intent', intent.id);
      const automatic = nested(params, 'automatic_payment_methods') ?? {};
      held.automatic_payment_methods = {
        allow_redirects: oneOf(automatic, 'allow_redirects', REDIRECTS) ?? 'always',
        enabled: flag(automatic, 'enabled') ?? true,
      };
      if (method !== undefined) {
        const named = paymentMethodFor(step, method);
        held.payment_method = step.get('payment_method', named, 'payment_method').id;
        held.status = 'requires_confirmation';
      }
      if (!flag(params, 'confirm')) return held;
      // Not by its name again: a test token stands for a new method each time.
      const { off_session: offSession } = params;
      return confirm(step, intent.id, offSession === undefined ? {} : { off_session: offSession });
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id',
    params: ['description', 'metadata', 'receipt_email'],
    handle: (step, { params, id }) => {
      const intent = step.edit('payment_intent', id);
      const description = clearable(params, 'description');
      if (description !== undefined) intent.description = description;
      const email = clearable(params, 'receipt_email');
      if (email !== undefined) intent.receipt_email = email;
      intent.metadata = mergedMetadata(params, intent.metadata);
      return intent;
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/confirm',
    params: ['payment_method', 'off_session', 'return_url'],
    handle: (step, { params, id }) => confirm(step, id, params),
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/cancel',
    params: ['cancellation_reason'],
    handle: (step, { params, id }) => {
      const { status } = step.get('payment_intent', id);
      if (status === 'succeeded' || status === 'canceled' || status === 'processing') {
        throw invalidRequest(
          `You cannot cancel this PaymentIntent because it has a status of ${status}.`,
          undefined,
          'payment_intent_unexpected_state',
        );
      }
      cancelPaymentIntent(step, id, text(params, 'cancellation_reason') ?? null);
      return step.get('payment_intent', id);
    },
  },
  retrieveRoute('payment_intent', '/v1/payment_intents/:id'),
  listRoute('payment_intent', '/v1/payment_intents', { by: ['customer'] }),
];

export const chargeRoutes: Route[] = [
  retrieveRoute('charge', '/v1/charges/:id'),
  listRoute('charge', '/v1/charges', { by: ['payment_intent', 'customer'] }),
  {
    method: 'POST',
    path: '/v1/charges/:id',
    params: ['description', 'metadata', 'receipt_email'],
    handle: (step, { params, id }) => {
      const charge = step.edit('charge', id);
      const description = clearable(params, 'description');
      if (description !== undefined) charge.description = description;
      const email = clearable(params, 'receipt_email');
      if (email !== undefined) charge.receipt_email = email;
      charge.metadata = mergedMetadata(params, charge.metadata);
      step.emit('charge.updated', charge);
      return charge;
    },
  },
];
