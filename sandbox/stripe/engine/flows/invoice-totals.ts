import { smallestCharge } from '../money/currencies.ts';
import { minimumEquivalent } from '../money/settlement.ts';
import type { Customer } from '../objects/customer.ts';
import type { Invoice } from '../objects/invoice.ts';
import type { Step } from '../step.ts';

/**
 * Works out an invoice's sums from its lines and the customer's credit balance. What the customer
 * has in credit is used first, and what is left of a negative total becomes credit; a sum below
 * the smallest charge is carried over in the balance
 * (https://docs.stripe.com/billing/customer/balance).
 */
export function computeTotals(step: Step, invoice: Invoice, customer: Customer): void {
  const lines = invoice.lines.data;
  const byDiscount = new Map<string, number>();
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts)) {
    byDiscount.set(discount, (byDiscount.get(discount) ?? 0) + amount);
  }
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0);
  invoice.total_discount_amounts = [...byDiscount].map(([discount, amount]) => ({
    amount,
    discount,
  }));
  invoice.total_pretax_credit_amounts = invoice.total_discount_amounts.map((entry) => ({
    ...entry,
    type: 'discount' as const,
  }));
  const total = subtotal - sumOf(invoice.total_discount_amounts);
  invoice.subtotal = subtotal;
  invoice.subtotal_excluding_tax = subtotal;
  invoice.total = total;
  invoice.total_excluding_tax = total;
  // A balance is kept in the customer's own currency.
  const usesBalance = customer.currency === null || customer.currency === invoice.currency;
  invoice.starting_balance = usesBalance ? customer.balance : 0;
  const due = Math.max(0, total + invoice.starting_balance);
  invoice.amount_due = usesBalance && due < smallest(step, invoice.currency) ? 0 : due;
  invoice.amount_remaining = invoice.amount_due - invoice.amount_paid;
}

/** Takes what a finalized invoice uses of the customer's balance, or adds what it leaves over. */
export function settleBalance(step: Step, invoice: Invoice): void {
  const after = invoice.starting_balance + invoice.total - invoice.amount_due;
  invoice.ending_balance = after;
  const held = step.get('customer', invoice.customer);
  if (held.currency !== null && held.currency !== invoice.currency) return;
  changeBalance(step, invoice.customer, after - invoice.starting_balance);
}

/** A voided invoice gives back what it took of the balance. */
export function returnBalance(step: Step, invoice: Invoice): void {
  if (invoice.ending_balance === null) return;
  changeBalance(step, invoice.customer, invoice.starting_balance - invoice.ending_balance);
}

function changeBalance(step: Step, id: string, by: number): void {
  if (by === 0 || !step.find('customer', id)) return;
  const customer = step.edit('customer', id);
  customer.balance += by;
  step.emit('customer.updated', customer);
}

function smallest(step: Step, currency: string): number {
  return smallestCharge(currency, minimumEquivalent(currency, step.settings.money));
}

function sumOf(amounts: readonly { amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}
