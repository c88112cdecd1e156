import { invalidRequest, noSuch } from '../errors.ts';
import { createCustomer } from '../flows/customers.ts';
import { attachPaymentMethod } from '../flows/payment-methods.ts';
import { cancelSubscription } from '../flows/cancellations.ts';
import type { Customer } from '../objects/customer.ts';
import type { Params } from '../params.ts';
import { clearable, integer, mergedMetadata, nested, readAddress, text, texts } from '../params.ts';
import type { Route } from '../router.ts';
import { listRoute, retrieveRoute } from '../router.ts';
import { searchRoute } from '../search.ts';
import type { Step } from '../step.ts';

const FIELDS = [
  'email',
  'name',
  'phone',
  'description',
  'preferred_locales',
  'address',
  'metadata',
  'invoice_settings.default_payment_method',
];

function applyFields(customer: Customer, params: Params): void {
  for (const name of ['email', 'name', 'phone', 'description'] as const) {
    const value = clearable(params, name);
    if (value !== undefined) customer[name] = value;
  }
  const locales = texts(params, 'preferred_locales');
  if (locales) customer.preferred_locales = locales;
  if (params['address'] !== undefined) customer.address = readAddress(nested(params, 'address'));
  customer.balance = integer(params, 'balance') ?? customer.balance;
  customer.metadata = mergedMetadata(params, customer.metadata);
}

function applyDefaultMethod(step: Step, customer: Customer, params: Params): void {
  const settings = nested(params, 'invoice_settings');
  const method = settings && clearable(settings, 'default_payment_method');
  if (method === undefined) return;
  if (method !== null) {
    const param = 'invoice_settings[default_payment_method]';
    const owner = step.get('payment_method', method, param).customer;
    if (owner !== customer.id) throw noSuch('payment_method', method, param);
  }
  customer.invoice_settings.default_payment_method = method;
}

const MOST_CUSTOMERS = 3;

/** A test clock has at most three customers (https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage). */
function checkClock(step: Step, clock: string): void {
  step.get('test_helpers.test_clock', clock, 'test_clock');
  if (step.listBy('customer', 'test_clock', clock).length < MOST_CUSTOMERS) return;
  throw invalidRequest(
    `You have reached the limit of ${MOST_CUSTOMERS} customers for a test clock.`,
    'test_clock',
  );
}

export const customerRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/customers',
    params: [...FIELDS, 'balance', 'payment_method', 'test_clock'],
    handle: (step, { params }) => {
      const clock = text(params, 'test_clock') ?? null;
      if (clock !== null) checkClock(step, clock);
      const { id } = createCustomer(step, (customer) => {
        applyFields(customer, params);
        customer.test_clock = clock;
      });
      const method = text(params, 'payment_method');
      if (method !== undefined) attachPaymentMethod(step, method, id, 'payment_method');
      applyDefaultMethod(step, step.edit('customer', id), params);
      return step.get('customer', id);
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/:id',
    params: [...FIELDS, 'balance'],
    handle: (step, { params, id }) => {
      const customer = step.edit('customer', id);
      applyFields(customer, params);
      applyDefaultMethod(step, customer, params);
      step.emit('customer.updated', customer);
      return customer;
    },
  },
  retrieveRoute('customer', '/v1/customers/:id'),
  listRoute('customer', '/v1/customers', { by: ['email', 'test_clock'] }),
  searchRoute('customer', '/v1/customers/search', ['email', 'name', 'phone']),
  {
    method: 'DELETE',
    path: '/v1/customers/:id',
    params: [],
    handle: (step, { id }) => {
      const customer = step.get('customer', id);
      for (const subscription of step.listBy('subscription', 'customer', id)) {
        if (subscription.ended_at === null) {
          cancelSubscription(step, subscription.id, 'cancellation_requested');
        }
      }
      step.emit('customer.deleted', customer);
      step.remove('customer', id);
      return { id, object: 'customer', deleted: true };
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/payment_methods',
    params: ['type', 'allow_redisplay', 'limit', 'starting_after', 'ending_before'],
    handle: (step, { id, params, page }) => {
      step.get('customer', id);
      const type = text(params, 'type');
      const redisplay = text(params, 'allow_redisplay');
      return page('payment_method', {
        url: `/v1/customers/${id}/payment_methods`,
        by: ['customer', id],
        where: (method) =>
          (type === undefined || method.type === type) &&
          (redisplay === undefined || method.allow_redisplay === redisplay),
      });
    },
  },
];
