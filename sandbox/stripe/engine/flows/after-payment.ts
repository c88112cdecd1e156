import type { Step } from '../step.ts';
import { afterAttempt } from './collection.ts';
import type { Attempt } from './payment-intents.ts';
import { settleDebit } from './payment-intents.ts';

/** Tells the invoice that waits for a payment intent what became of it. */
export function tellInvoice(step: Step, intent: string, attempt: Attempt, isDebit = false): void {
  for (const payment of step.listBy('invoice_payment', 'payment_intent', intent)) {
    if (step.get('invoice', payment.invoice).status === 'open') {
      if (isDebit) afterAttempt(step, payment.invoice, attempt, true, false);
      else afterAttempt(step, payment.invoice, attempt, false);
    }
  }
}

/** A bank debit has come to its end: so do its invoice and the Checkout session that began it. */
export function finishDebit(step: Step, intent: string, outcome: string): void {
  const result = settleDebit(step, intent, outcome);
  tellInvoice(step, intent, result, true);
  const invoice = step.listBy('invoice_payment', 'payment_intent', intent)[0]?.invoice;
  const subscription =
    invoice && step.get('invoice', invoice).parent.subscription_details.subscription;
  const sessions = [
    ...step.listBy('checkout.session', 'payment_intent', intent),
    ...(subscription ? step.listBy('checkout.session', 'subscription', subscription) : []),
  ];
  for (const { id, status, payment_status: paid } of sessions) {
    if (status !== 'complete' || paid !== 'unpaid') continue;
    const session = step.edit('checkout.session', id);
    if (result === 'succeeded') session.payment_status = 'paid';
    step.emit(
      `checkout.session.async_payment_${result === 'succeeded' ? 'succeeded' : 'failed'}`,
      session,
    );
  }
}
