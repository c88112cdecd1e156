import { missingParam, noSuch, unsupported, invalidRequest } from '../errors.ts';
import { readCurrency } from '../money/currencies.ts';
import type { Price, Recurring } from '../objects/catalogue.ts';
import { newPrice, newProduct } from '../objects/catalogue.ts';
import type { Interval } from '../calendar.ts';
import type { Params } from '../params.ts';
import { integer, mergedMetadata, nested, oneOf, requiredText, text, texts } from '../params.ts';
import type { Step } from '../step.ts';

const INTERVALS: readonly Interval[] = ['day', 'month', 'week', 'year'];

export function createProduct(step: Step, params: Params, active = true) {
  const id = text(params, 'id') ?? step.newId('prod');
  if (step.find('product', id)) {
    throw invalidRequest('Product already exists.', 'id', 'resource_already_exists');
  }
  const product = step.add(newProduct(id, step.now, requiredText(params, 'name')));
  product.active = active;
  product.description = text(params, 'description') ?? null;
  product.images = texts(params, 'images') ?? [];
  product.metadata = mergedMetadata(params);
  product.unit_label = text(params, 'unit_label') ?? null;
  product.statement_descriptor = text(params, 'statement_descriptor') ?? null;
  product.url = text(params, 'url') ?? null;
  step.emit('product.created', product);
  return product;
}

/**
 * A price from `price_data`: of Checkout's line items, or of a subscription's items. Inline prices
 * and the products they bring are inactive, so that they cannot be used again
 * (https://docs.stripe.com/products-prices/how-products-and-prices-work).
 */
export function createInlinePrice(step: Step, data: Params, param: string): Price {
  const productId = text(data, 'product');
  const productData = nested(data, 'product_data');
  if (productId === undefined && !productData) throw missingParam(`${param}[product]`);
  if (productId !== undefined && !step.find('product', productId)) {
    throw noSuch('product', productId, `${param}[product]`);
  }
  const product = productId ?? createProduct(step, productData ?? {}, false).id;
  return createPrice(step, data, product, false, param);
}

export function createPrice(
  step: Step,
  params: Params,
  product: string,
  active: boolean,
  param: string,
): Price {
  const recurring = nested(params, 'recurring');
  const unitAmount = integer(params, 'unit_amount');
  if (unitAmount === undefined) {
    if (text(params, 'unit_amount_decimal') !== undefined)
      throw unsupported('unit_amount_decimal', `${param}[unit_amount_decimal]`);
    throw missingParam(`${param}[unit_amount]`);
  }
  if (unitAmount < 0)
    throw invalidRequest(
      'Invalid non-negative integer',
      `${param}[unit_amount]`,
      'parameter_invalid_integer',
    );
  const currency = readCurrency(
    requiredText(params, 'currency'),
    step.settings.money.rates,
    `${param}[currency]`,
  );
  const price = step.add(
    newPrice(step.newId('price'), step.now, {
      currency,
      product,
      unitAmount,
      recurring: recurring ? readRecurring(recurring) : null,
      active,
    }),
  );
  price.metadata = mergedMetadata(params);
  price.nickname = text(params, 'nickname') ?? null;
  price.lookup_key = text(params, 'lookup_key') ?? null;
  step.emit('price.created', price);
  return price;
}

function readRecurring(params: Params): Recurring {
  const interval = oneOf(params, 'interval', INTERVALS);
  if (interval === undefined) throw missingParam('recurring[interval]');
  return {
    interval,
    interval_count: integer(params, 'interval_count') ?? 1,
    meter: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

/** The price that an item names, or that it brings along. */
export function priceOfItem(step: Step, item: Params, param: string): Price {
  const id = text(item, 'price');
  if (id !== undefined) {
    const price = step.find('price', id);
    if (!price) throw noSuch('price', id, `${param}[price]`);
    if (!price.active) {
      throw invalidRequest(
        'The price specified is inactive. This field only accepts active prices.',
        `${param}[price]`,
      );
    }
    return price;
  }
  const data = nested(item, 'price_data');
  if (!data) throw missingParam(`${param}[price]`);
  return createInlinePrice(step, data, `${param}[price_data]`);
}
