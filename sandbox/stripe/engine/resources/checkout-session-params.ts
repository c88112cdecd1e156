import { HOUR } from '../calendar.ts';
import { invalidRequest, missingParam } from '../errors.ts';
import { priceOfItem } from '../flows/catalogue.ts';
import { readCurrency } from '../money/currencies.ts';
import type { CheckoutMode, LineItem } from '../objects/checkout-session.ts';
import { newLineItem } from '../objects/checkout-session.ts';
import type { Params } from '../params.ts';
import {
  clearable,
  integer,
  mergedMetadata,
  nested,
  objects,
  oneOf,
  text,
  texts,
} from '../params.ts';
import type { Step } from '../step.ts';

export function readItems(step: Step, params: Params, mode: CheckoutMode): LineItem[] {
  const given = objects(params, 'line_items') ?? [];
  if (mode === 'setup') {
    if (given.length > 0)
      throw invalidRequest('You can not pass `line_items` in `setup` mode.', 'line_items');
    return [];
  }
  if (given.length === 0) throw missingParam('line_items');
  const items = given.map((item, index) => {
    const price = priceOfItem(step, item, `line_items[${index}]`);
    const product = step.find('product', price.product);
    return newLineItem(step.newId('li'), {
      price,
      description: product?.name ?? '',
      quantity: integer(item, 'quantity') ?? 1,
      metadata: mergedMetadata(item),
    });
  });
  const recurring = items.filter((item) => item.price.recurring !== null).length;
  if (mode === 'payment' && recurring > 0) {
    throw invalidRequest(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      'mode',
    );
  }
  if (mode === 'subscription' && recurring === 0) {
    throw invalidRequest(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      'mode',
    );
  }
  if (mode === 'subscription' && recurring < items.length) {
    throw invalidRequest(
      'The sandbox does not implement one-time items in `subscription` mode yet.',
      'line_items',
      'sandbox_unsupported',
    );
  }
  return items;
}

export function currencyOf(
  step: Step,
  params: Params,
  mode: CheckoutMode,
  items: LineItem[],
): string | null {
  const asked = text(params, 'currency');
  if (mode === 'setup') {
    if (asked === undefined) throw missingParam('currency');
    return readCurrency(asked, step.settings.money.rates);
  }
  const currency = items[0]?.currency ?? null;
  if (items.some((item) => item.currency !== currency)) {
    throw invalidRequest('All line items must have the same currency.', 'line_items');
  }
  return currency;
}

export function creationOf(params: Params, mode: CheckoutMode, customer: string | null) {
  if (mode !== 'payment')
    return mode === 'subscription' && customer === null ? ('always' as const) : null;
  if (customer !== null) return null;
  return oneOf(params, 'customer_creation', ['always', 'if_required'] as const) ?? 'if_required';
}

export function methodTypes(params: Params, currency: string | null): string[] {
  const allowed = texts(params, 'allowed_payment_method_types');
  const excluded = texts(params, 'excluded_payment_method_types') ?? [];
  const offered = (currency === 'eur' ? ['card', 'sepa_debit'] : ['card']).filter(
    (type) => !excluded.includes(type) && (allowed === undefined || allowed.includes(type)),
  );
  if (offered.length === 0) {
    throw invalidRequest(
      'No valid payment method types for this Checkout Session.',
      'allowed_payment_method_types',
    );
  }
  return offered;
}

/** Between half an hour and a day from now (https://docs.stripe.com/api/checkout/sessions/create). */
export function readExpiry(step: Step, params: Params): number {
  const at = integer(params, 'expires_at');
  if (at === undefined) return step.now + 24 * HOUR;
  if (at < step.now + HOUR / 2 - 5) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  }
  if (at > step.now + 24 * HOUR + 5) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
  return at;
}

export function readCustomText(params: Params) {
  const read = (name: string) => {
    const message = text(nested(params, name) ?? {}, 'message');
    return message === undefined ? null : { message };
  };
  return {
    after_submit: read('after_submit'),
    shipping_address: read('shipping_address'),
    submit: read('submit'),
    terms_of_service_acceptance: read('terms_of_service_acceptance'),
  };
}

export function checkUrl(params: Params, name: string): void {
  const value = clearable(params, name);
  if (!value) return;
  const probe = value.replaceAll('{CHECKOUT_SESSION_ID}', 'id');
  if (!/^https?:\/\//.test(probe) || !URL.canParse(probe)) {
    throw invalidRequest('Not a valid URL', name, 'url_invalid');
  }
}
