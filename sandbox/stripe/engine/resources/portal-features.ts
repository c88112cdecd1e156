import { missingParam, unsupported } from '../errors.ts';
import type { PortalFeatures, PortalProduct } from '../objects/portal.ts';
import { CANCELLATION_REASONS } from '../objects/portal.ts';
import type { Params } from '../params.ts';
import { flag, given, integer, nested, objects, oneOf, requiredText, texts } from '../params.ts';

const PRORATIONS = ['always_invoice', 'create_prorations', 'none'] as const;
const UPDATES = ['price', 'promotion_code', 'quantity'] as const;

/** What a request says of the portal's features, over what they were. Parameters are checked already. */
export function readFeatures(params: Params, before: PortalFeatures): PortalFeatures {
  for (const name of ['customer_update', 'subscription_pause']) {
    const feature = nested(params, name);
    if (feature && flag(feature, 'enabled') === true)
      throw unsupported(`the portal's ${name}`, `features[${name}]`);
  }
  return {
    ...before,
    invoice_history: { enabled: enabled(params, 'invoice_history', before) },
    payment_method_update: {
      ...before.payment_method_update,
      enabled: enabled(params, 'payment_method_update', before),
    },
    subscription_cancel: readCancel(params, before),
    subscription_update: readUpdate(params, before),
  };
}

function enabled(params: Params, name: keyof PortalFeatures, before: PortalFeatures): boolean {
  const feature = nested(params, name);
  return (feature && flag(feature, 'enabled')) ?? before[name].enabled;
}

function readCancel(params: Params, before: PortalFeatures): PortalFeatures['subscription_cancel'] {
  const held = before.subscription_cancel;
  const feature = nested(params, 'subscription_cancel') ?? {};
  const reason = nested(feature, 'cancellation_reason');
  return {
    cancellation_reason: reason
      ? {
          enabled: flag(reason, 'enabled') ?? held.cancellation_reason.enabled,
          feedback_options: null,
          options: given(reason, 'options')
            ? CANCELLATION_REASONS.filter((name) => texts(reason, 'options')?.includes(name))
            : held.cancellation_reason.options,
        }
      : held.cancellation_reason,
    enabled: enabled(params, 'subscription_cancel', before),
    mode: oneOf(feature, 'mode', ['at_period_end', 'immediately'] as const) ?? held.mode,
    proration_behavior: oneOf(feature, 'proration_behavior', PRORATIONS) ?? held.proration_behavior,
  };
}

function readUpdate(params: Params, before: PortalFeatures): PortalFeatures['subscription_update'] {
  const held = before.subscription_update;
  const feature = nested(params, 'subscription_update') ?? {};
  const isEnabled = enabled(params, 'subscription_update', before);
  const updates = texts(feature, 'default_allowed_updates');
  const products = readProducts(feature) ?? held.products;
  if (isEnabled && !held.enabled && products === undefined)
    throw missingParam('features[subscription_update][products]');
  return {
    ...held,
    ...(products === undefined ? {} : { products }),
    billing_cycle_anchor:
      oneOf(feature, 'billing_cycle_anchor', ['now', 'unchanged'] as const) ??
      held.billing_cycle_anchor,
    default_allowed_updates: updates
      ? UPDATES.filter((name) => updates.includes(name))
      : held.default_allowed_updates,
    enabled: isEnabled,
    proration_behavior: oneOf(feature, 'proration_behavior', PRORATIONS) ?? held.proration_behavior,
  };
}

function readProducts(feature: Params): PortalProduct[] | undefined {
  const found = objects(feature, 'products')?.map((entry) => {
    const quantity = nested(entry, 'adjustable_quantity') ?? {};
    return {
      adjustable_quantity: {
        enabled: flag(quantity, 'enabled') ?? false,
        maximum: integer(quantity, 'maximum') ?? null,
        minimum: integer(quantity, 'minimum') ?? 1,
      },
      prices: texts(entry, 'prices') ?? [],
      product: requiredText(entry, 'product'),
    };
  });
  return found && found.length > 0 ? found : undefined;
}
