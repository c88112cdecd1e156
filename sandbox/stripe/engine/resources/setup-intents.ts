import { invalidRequest, missingParam, StripeApiError } from '../errors.ts';
import { cancelSetup, confirmSetup, createSetupIntent } from '../flows/setup-intents.ts';
import { paymentMethodFor } from '../flows/test-tokens.ts';
import type { Params } from '../params.ts';
import { clearable, flag, mergedMetadata, oneOf, text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';

const REASONS = ['abandoned', 'duplicate', 'requested_by_customer'] as const;
const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

function create(step: Step, params: Params) {
  const customer = text(params, 'customer') ?? null;
  if (customer !== null) step.get('customer', customer, 'customer');
  const { id } = createSetupIntent(step, {
    customer,
    description: text(params, 'description') ?? null,
    metadata: mergedMetadata(params),
    paymentMethodTypes: texts(params, 'allowed_payment_method_types') ?? ['card', 'sepa_debit'],
  });
  const intent = step.edit('setup_intent', id);
  intent.usage = text(params, 'usage') ?? 'off_session';
  chooseMethod(step, id, params);
  return flag(params, 'confirm') === true ? confirm(step, id, params) : intent;
}

function chooseMethod(step: Step, id: string, params: Params): void {
  const named = text(params, 'payment_method');
  if (named === undefined) return;
  const intent = step.edit('setup_intent', id);
  intent.payment_method = step.get(
    'payment_method',
    paymentMethodFor(step, named),
    'payment_method',
  ).id;
  intent.status = 'requires_confirmation';
}

function confirm(step: Step, id: string, params: Params) {
  const held = step.get('setup_intent', id);
  if (!OPEN.includes(held.status)) {
    throw invalidRequest(
      `You cannot confirm this SetupIntent because it has a status of ${held.status}.`,
      undefined,
      'setup_intent_unexpected_state',
    );
  }
  const named = text(params, 'payment_method');
  const method = named === undefined ? held.payment_method : paymentMethodFor(step, named);
  if (method === null) throw missingParam('payment_method');
  if (confirmSetup(step, id, method) !== 'declined') return step.get('setup_intent', id);
  const error = step.get('setup_intent', id).last_setup_error;
  throw new StripeApiError({
    status: 402,
    type: 'card_error',
    code: error?.code ?? 'card_declined',
    declineCode: error?.decline_code,
    message: error?.message ?? 'Your card was declined.',
    keepsWrites: true,
  });
}

/** Saving a payment method for later (https://docs.stripe.com/api/setup_intents). */
export const setupIntentRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/setup_intents',
    params: [
      'allowed_payment_method_types',
      'automatic_payment_methods',
      'confirm',
      'customer',
      'description',
      'metadata',
      'payment_method',
      'return_url',
      'usage',
    ],
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id',
    params: ['customer', 'description', 'metadata', 'payment_method'],
    handle: (step, { params, id }) => {
      const intent = step.edit('setup_intent', id);
      const customer = text(params, 'customer');
      if (customer !== undefined) intent.customer = step.get('customer', customer, 'customer').id;
      const description = clearable(params, 'description');
      if (description !== undefined) intent.description = description;
      intent.metadata = mergedMetadata(params, intent.metadata);
      chooseMethod(step, id, params);
      return intent;
    },
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id/confirm',
    params: ['payment_method', 'return_url'],
    handle: (step, { params, id }) => confirm(step, id, params),
  },
  {
    method: 'POST',
    path: '/v1/setup_intents/:id/cancel',
    params: ['cancellation_reason'],
    handle: (step, { params, id }) =>
      cancelSetup(step, id, oneOf(params, 'cancellation_reason', REASONS) ?? null),
  },
  retrieveRoute('setup_intent', '/v1/setup_intents/:id'),
  listRoute('setup_intent', '/v1/setup_intents', { by: ['customer', 'payment_method'] }),
];
