import { invalidRequest, missingParam } from '../errors.ts';
import { expireCheckout } from '../flows/checkout.ts';
import { createSetupIntent } from '../flows/setup-intents.ts';
import { checkChargeAmount } from '../money/currencies.ts';
import { minimumEquivalent } from '../money/settlement.ts';
import type { CheckoutMode } from '../objects/checkout-session.ts';
import { newCheckoutSession, planId } from '../objects/checkout-session.ts';
import type { Params } from '../params.ts';
import { flag, mergedMetadata, nested, oneOf, text } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import type { Step } from '../step.ts';
import { addPlan, applyDiscounts, readCollection } from './checkout-session-plan.ts';
import {
  checkUrl,
  creationOf,
  currencyOf,
  methodTypes,
  readCustomText,
  readExpiry,
  readItems,
} from './checkout-session-params.ts';

const MODES: readonly CheckoutMode[] = ['payment', 'setup', 'subscription'];

const CREATE = [
  'allow_promotion_codes',
  'allowed_payment_method_types',
  'billing_address_collection',
  'cancel_url',
  'client_reference_id',
  'currency',
  'custom_text',
  'customer',
  'customer_creation',
  'customer_email',
  'customer_update',
  'excluded_payment_method_types',
  'discounts',
  'expires_at',
  'integration_identifier',
  'line_items',
  'locale',
  'metadata',
  'mode',
  'origin_context',
  'payment_intent_data.description',
  'payment_intent_data.metadata',
  'payment_intent_data.receipt_email',
  'payment_intent_data.setup_future_usage',
  'payment_intent_data.statement_descriptor_suffix',
  'setup_intent_data.description',
  'setup_intent_data.metadata',
  'payment_method_collection',
  'submit_type',
  'subscription_data.description',
  'subscription_data.metadata',
  'subscription_data.trial_end',
  'subscription_data.trial_period_days',
  'subscription_data.trial_settings',
  'success_url',
  'ui_mode',
];

function create(step: Step, params: Params) {
  const mode = oneOf(params, 'mode', MODES);
  if (mode === undefined) throw missingParam('mode');
  const uiMode = text(params, 'ui_mode') ?? 'hosted_page';
  if (uiMode !== 'hosted_page')
    throw invalidRequest(`The sandbox serves only hosted pages.`, 'ui_mode', 'sandbox_unsupported');
  const successUrl = text(params, 'success_url');
  if (successUrl === undefined) throw missingParam('success_url');
  for (const name of ['success_url', 'cancel_url']) checkUrl(params, name);
  const customer = text(params, 'customer') ?? null;
  if (customer !== null) step.get('customer', customer, 'customer');
  const email = text(params, 'customer_email') ?? null;
  if (customer !== null && email !== null) {
    throw invalidRequest(
      'You may only specify one of these parameters: customer, customer_email.',
      'customer',
    );
  }
  if (email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, 'customer_email', 'email_invalid');
  }
  if (text(params, 'customer_creation') !== undefined && mode !== 'payment') {
    throw invalidRequest(
      '`customer_creation` can only be used in `payment` mode.',
      'customer_creation',
    );
  }
  const items = readItems(step, params, mode);
  const currency = currencyOf(step, params, mode, items);
  const amount = mode === 'setup' ? null : items.reduce((sum, item) => sum + item.amount_total, 0);
  if (amount !== null && currency !== null && !(amount === 0 && mode === 'subscription')) {
    checkChargeAmount(amount, currency, minimumEquivalent(currency, step.settings.money));
  }
  const id = step.newId('cs_test');
  const session = step.add(
    newCheckoutSession(id, step.now, {
      mode,
      amount,
      currency,
      cancelUrl: text(params, 'cancel_url') ?? null,
      successUrl,
      clientReferenceId: text(params, 'client_reference_id') ?? null,
      customer,
      customerEmail: email,
      customerCreation: creationOf(params, mode, customer),
      customText: readCustomText(nested(params, 'custom_text') ?? {}),
      expiresAt: readExpiry(step, params),
      locale: text(params, 'locale') ?? null,
      metadata: mergedMetadata(params),
      paymentMethodTypes: methodTypes(params, currency),
      submitType: text(params, 'submit_type') ?? (mode === 'setup' ? null : 'auto'),
      url: `${step.settings.publicUrl}/c/pay/${id}`,
      billingAddressCollection: text(params, 'billing_address_collection') ?? null,
      integrationIdentifier: text(params, 'integration_identifier') ?? null,
      originContext: text(params, 'origin_context') ?? null,
      allowPromotionCodes: flag(params, 'allow_promotion_codes') ?? null,
      paymentMethodCollection: readCollection(params, mode),
    }),
  );
  addPlan(step, id, params, items, mode);
  applyDiscounts(step, id, params);
  if (mode === 'setup') {
    const data = nested(params, 'setup_intent_data') ?? {};
    session.setup_intent = createSetupIntent(step, {
      customer,
      description: text(data, 'description') ?? null,
      metadata: mergedMetadata(data),
      paymentMethodTypes: session.payment_method_types,
    }).id;
  }
  return session;
}

export const checkoutSessionRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/checkout/sessions',
    params: CREATE,
    handle: (step, { params }) => create(step, params),
  },
  {
    method: 'POST',
    path: '/v1/checkout/sessions/:id/expire',
    params: [],
    handle: (step, { id }) => expireCheckout(step, id),
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/:id/line_items',
    params: ['limit', 'starting_after', 'ending_before'],
    handle: (step, { id }) => {
      step.get('checkout.session', id);
      return {
        object: 'list',
        data: step.get('sandbox.checkout_plan', planId(id)).lineItems,
        has_more: false,
        url: `/v1/checkout/sessions/${id}/line_items`,
      };
    },
  },
  retrieveRoute('checkout.session', '/v1/checkout/sessions/:id'),
  listRoute('checkout.session', '/v1/checkout/sessions', {
    by: ['customer', 'payment_intent', 'subscription'],
    where: { status: (session, value) => session.status === value },
  }),
];
