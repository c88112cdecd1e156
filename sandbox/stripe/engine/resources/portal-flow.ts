import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import type { PortalConfiguration, PortalFlow } from '../objects/portal.ts';
import type { Params } from '../params.ts';
import { integer, nested, objects, oneOf, requiredText, text } from '../params.ts';
import type { Step } from '../step.ts';

/** What comes after the flow; back to the portal unless the caller says otherwise. */
function readCompletion(params: Params | undefined): PortalFlow['after_completion'] {
  const type =
    params &&
    oneOf(params, 'type', ['hosted_confirmation', 'portal_homepage', 'redirect'] as const);
  if (params && type === 'redirect') {
    const redirect = nested(params, 'redirect');
    if (!redirect) throw missingParam('flow_data[after_completion][redirect]');
    const returnUrl = requiredText(redirect, 'return_url');
    return { hosted_confirmation: null, redirect: { return_url: returnUrl }, type };
  }
  if (params && type === 'hosted_confirmation') {
    const confirmation = nested(params, 'hosted_confirmation') ?? {};
    const message = text(confirmation, 'custom_message') ?? null;
    return { hosted_confirmation: { custom_message: message }, redirect: null, type };
  }
  return { hosted_confirmation: null, redirect: null, type: 'portal_homepage' };
}

/** The subscription that a flow is about: one of the customer's, not yet ended. */
function subscriptionOf(step: Step, details: Params | undefined, type: string, customer: string) {
  const param = `flow_data[${type}][subscription]`;
  if (!details) throw missingParam(`flow_data[${type}]`);
  const subscription = step.get('subscription', requiredText(details, 'subscription'), param);
  if (subscription.customer !== customer || subscription.ended_at !== null) {
    throw invalidRequest(
      `The subscription \`${subscription.id}\` cannot be changed through this customer's portal.`,
      param,
    );
  }
  return subscription;
}

const FLOWS = [
  'payment_method_update',
  'subscription_cancel',
  'subscription_update_confirm',
] as const;

/** The task that a link leads to. */
export function readFlow(
  step: Step,
  params: Params,
  customer: string,
  { features }: PortalConfiguration,
): PortalFlow {
  const name = requiredText(params, 'type');
  const type = FLOWS.find((entry) => entry === name);
  if (!type) throw unsupported(`the portal flow '${name}'`, 'flow_data[type]');
  const feature = type === 'subscription_update_confirm' ? 'subscription_update' : type;
  if (!features[feature].enabled) {
    throw invalidRequest(
      `The ${feature} feature in the portal configuration is disabled.`,
      'flow_data[type]',
    );
  }
  const flow: PortalFlow = {
    after_completion: readCompletion(nested(params, 'after_completion')),
    customer_update: null,
    subscription_cancel: null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type,
  };
  if (type === 'payment_method_update') return flow;
  const details = nested(params, type);
  const { id, items, cancel_at: ends } = subscriptionOf(step, details, type, customer);
  if (type === 'subscription_cancel') {
    if (ends !== null) {
      throw invalidRequest(
        `The subscription \`${id}\` is already set to be canceled.`,
        'flow_data[subscription_cancel][subscription]',
      );
    }
    return { ...flow, subscription_cancel: { retention: null, subscription: id } };
  }
  const changes = (objects(details ?? {}, 'items') ?? []).map((item) => {
    const price = text(item, 'price') ?? null;
    if (price !== null) {
      step.get('price', price, 'flow_data[items][price]');
      const { products } = features.subscription_update;
      if (products && !products.some(({ prices }) => prices.includes(price))) {
        throw invalidRequest(
          `The price ${price} is not among the products of the portal configuration.`,
          'flow_data[subscription_update_confirm][items]',
        );
      }
    }
    const quantity = integer(item, 'quantity');
    return { id: requiredText(item, 'id'), price, ...(quantity === undefined ? {} : { quantity }) };
  });
  if (changes.length !== 1 || changes[0]?.id !== items.data[0]?.id) {
    throw unsupported('flows over other than the only item of a subscription', 'flow_data');
  }
  return {
    ...flow,
    subscription_update_confirm: { discounts: null, items: changes, subscription: id },
  };
}
