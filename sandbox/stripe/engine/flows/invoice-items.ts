import { invalidRequest } from '../errors.ts';
import { readCurrency } from '../money/currencies.ts';
import type { InvoiceItem, InvoiceItemFields } from '../objects/invoice-item.ts';
import { newInvoiceItem } from '../objects/invoice-item.ts';
import { newPrice, newProduct } from '../objects/catalogue.ts';
import type { Step } from '../step.ts';

type Given = Pick<
  InvoiceItemFields,
  'amount' | 'currency' | 'customer' | 'description' | 'discountable' | 'metadata' | 'period'
> & { subscription: string | null };

/**
 * A charge (or, negative, a credit) that waits for the customer's next invoice, or for that of one
 * subscription. Stripe makes an inactive price for it.
 */
export function createInvoiceItem(step: Step, given: Given): InvoiceItem {
  const customer = step.get('customer', given.customer, 'customer');
  const currency = readCurrency(given.currency, step.settings.money.rates);
  if (given.subscription !== null) {
    const held = step.get('subscription', given.subscription, 'subscription');
    if (held.customer !== customer.id || held.currency !== currency) {
      throw invalidRequest(
        'The subscription belongs to another customer or is in another currency.',
        'subscription',
      );
    }
  }
  const product = step.add(newProduct(step.newId('prod'), step.now, given.description ?? 'Item'));
  product.active = false;
  const price = step.add(
    newPrice(step.newId('price'), step.now, {
      currency,
      product: product.id,
      unitAmount: given.amount,
      recurring: null,
      active: false,
    }),
  );
  const item = step.add(
    newInvoiceItem(step.newId('ii'), step.now, {
      ...given,
      currency,
      invoice: null,
      price: { id: price.id, product: product.id },
      proration: null,
      quantity: 1,
      subscriptionItem: null,
      testClock: customer.test_clock,
      unitAmount: given.amount,
    }),
  );
  step.emit('invoiceitem.created', item);
  return item;
}
