import type { Customer } from '../objects/customer.ts';
import { newCustomer } from '../objects/customer.ts';
import type { Step } from '../step.ts';

/** A new customer; emits `customer.created` after `fill` has set its fields. */
export function createCustomer(step: Step, fill: (customer: Customer) => void): Customer {
  const customer = step.add(newCustomer(step.newId('cus'), step.now));
  fill(customer);
  step.emit('customer.created', customer);
  return customer;
}

/** Whether the customer's latest invoice is overdue. Says so only when that changes. */
export function setDelinquent(step: Step, id: string, delinquent: boolean): void {
  const held = step.find('customer', id);
  if (!held || held.delinquent === delinquent) return;
  const customer = step.edit('customer', id);
  customer.delinquent = delinquent;
  step.emit('customer.updated', customer);
}

/** The payment method that future invoices are charged to. */
export function setDefaultPaymentMethod(step: Step, id: string, paymentMethod: string): void {
  if (step.get('customer', id).invoice_settings.default_payment_method === paymentMethod) return;
  const customer = step.edit('customer', id);
  customer.invoice_settings.default_payment_method = paymentMethod;
  step.emit('customer.updated', customer);
}
