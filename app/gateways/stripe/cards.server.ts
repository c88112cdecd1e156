import Stripe from 'stripe';
import type {
  CardPayments,
  OpenCardUpdateInput,
  PaidNow,
} from '../../domain/ports/payments-cards.ts';
import type { CollectionFacts } from '../../domain/ports/subscription-facts.ts';
import { attempt } from './classify-error.ts';
import {
  asksToConfirm,
  intentOf,
  intentParts,
  methodOf,
  methodParts,
  toCard,
  toOpenInvoice,
} from './collection-facts.ts';
import { appMark, idOf, toMoney, uuidOf } from './facts.ts';

/** Says in a session's metadata what it is for; the membership is its `order_id`. */
const cardKind = 'card_update';
/** How many pages may be used up under one name: somebody whose cards are all declined tries a few. */
const pagesPerName = 12;
const owingStatuses: readonly string[] = ['past_due', 'unpaid'];
const overStatuses: readonly string[] = ['canceled', 'incomplete_expired'];

/** Saving another card, and paying with it what waits. */
export function createCards(stripe: Stripe, environment: string): CardPayments {
  return {
    openCardUpdate: (input) => attempt(() => openCardUpdate(stripe, environment, input)),
    async readCardUpdate(checkoutId) {
      const session = await stripe.checkout.sessions.retrieve(checkoutId, {
        expand: ['setup_intent'],
      });
      const { metadata, setup_intent: intent } = session;
      const isOurs =
        session.mode === 'setup' &&
        metadata?.['app'] === appMark &&
        metadata['env'] === environment &&
        metadata['kind'] === cardKind;
      const isDone = session.status === 'complete' && intent !== null && typeof intent === 'object';
      return {
        membershipId: isOurs ? uuidOf(metadata['order_id']) : null,
        customerId: idOf(session.customer),
        paymentMethodId: isDone ? idOf(intent.payment_method) : null,
      };
    },
    useCard: (subscriptionId, paymentMethodId) =>
      attempt(() => useCard(stripe, subscriptionId, paymentMethodId)),
    payOpenInvoice: (subscriptionId, input) =>
      attempt(() => payOpenInvoice(stripe, subscriptionId, input.isRenewed)),
  };
}

/** How a subscription that was read with {@link methodParts} is paid; asks once more only when it owes. */
export async function readCollection(
  stripe: Stripe,
  subscription: Stripe.Subscription,
): Promise<CollectionFacts> {
  const invoice = await readOwed(stripe, subscription);
  return { card: toCard(methodOf(subscription)), open: invoice && toOpenInvoice(invoice) };
}

/** The invoice that a subscription is past due for; the latest, when there are several. */
async function readOwed(
  stripe: Stripe,
  subscription: Stripe.Subscription,
): Promise<Stripe.Invoice | null> {
  if (!owingStatuses.includes(subscription.status)) return null;
  const latest = idOf(subscription.latest_invoice);
  const invoice = latest && (await stripe.invoices.retrieve(latest, { expand: intentParts }));
  if (invoice && invoice.status === 'open') return invoice;
  // An unpaid subscription's later invoices stay drafts: https://docs.stripe.com/billing/subscriptions/overview#unpaid
  const { data } = await stripe.invoices.list({
    subscription: subscription.id,
    status: 'open',
    limit: 1,
  });
  return data[0] ? stripe.invoices.retrieve(data[0].id, { expand: intentParts }) : null;
}

async function openCardUpdate(
  stripe: Stripe,
  environment: string,
  input: OpenCardUpdateInput,
): Promise<{ url: string }> {
  const metadata = {
    app: appMark,
    env: environment,
    kind: cardKind,
    order_id: input.membershipId,
  };
  const separator = input.returnUrl.includes('?') ? '&' : '?';
  for (let page = 1; page <= pagesPerName; page += 1) {
    const made = await stripe.checkout.sessions.create(
      {
        mode: 'setup',
        customer: input.customerId,
        // Without line items it tells which kinds of payment can be offered.
        currency: input.currency.toLowerCase(),
        client_reference_id: input.membershipId,
        metadata,
        setup_intent_data: { metadata },
        locale: input.locale === 'en' ? 'en' : 'auto',
        success_url: `${input.returnUrl}${separator}session={CHECKOUT_SESSION_ID}`,
        cancel_url: input.cancelUrl,
      },
      { idempotencyKey: `card:${input.membershipId}:${input.name}:${page}` },
    );
    // A repeated request is answered as the first one was, so whether it is still open is asked anew.
    const { url, status } = await stripe.checkout.sessions.retrieve(made.id);
    if (status === 'open' && url) return { url };
  }
  throw new Error(`Membership ${input.membershipId} has used up its pages for a new card`);
}

async function useCard(
  stripe: Stripe,
  subscriptionId: string,
  paymentMethodId: string,
): Promise<'in_use' | 'newer_in_use' | 'ended'> {
  const [subscription, wanted] = await Promise.all([
    stripe.subscriptions.retrieve(subscriptionId, { expand: methodParts }),
    stripe.paymentMethods.retrieve(paymentMethodId),
  ]);
  if (overStatuses.includes(subscription.status)) return 'ended';
  const present = methodOf(subscription);
  if (present && present.id !== wanted.id && present.created > wanted.created) {
    return 'newer_in_use';
  }
  const key = `card:${subscriptionId}:${wanted.id}`;
  const customerId = idOf(subscription.customer) ?? '';
  await stripe.subscriptions.update(
    subscriptionId,
    { default_payment_method: wanted.id },
    { idempotencyKey: key },
  );
  await stripe.customers.update(
    customerId,
    { invoice_settings: { default_payment_method: wanted.id } },
    { idempotencyKey: `${key}:customer` },
  );
  return 'in_use';
}

async function payOpenInvoice(
  stripe: Stripe,
  subscriptionId: string,
  isRenewed: boolean,
): Promise<PaidNow> {
  const subscription = await stripe.subscriptions.retrieve(subscriptionId, { expand: methodParts });
  const invoice = await readOwed(stripe, subscription);
  const method = methodOf(subscription);
  if (!method) return { kind: 'nothing_open' };
  if (!invoice) return readPaidWith(stripe, subscription, method.id);
  const earlier = outcomeWith(invoice, method.id);
  if (earlier && !(isRenewed && earlier.kind === 'declined')) return earlier;
  try {
    await stripe.invoices.pay(
      invoice.id,
      { payment_method: method.id },
      { idempotencyKey: `pay:${invoice.id}:${method.id}:${expiryOf(method)}` },
    );
  } catch (error) {
    if (!isAnswer(error)) throw error;
    const code = error.decline_code ?? error.code ?? null;
    const outcome = await readOutcome(stripe, invoice.id, method.id, code);
    if (outcome) return outcome;
    throw error;
  }
  return (
    (await readOutcome(stripe, invoice.id, method.id, null)) ?? {
      kind: 'paid',
      amount: toMoney(invoice.amount_remaining, invoice.currency),
    }
  );
}

/** Whoever comes second finds it paid: that it was with this method is the answer to them, too. */
async function readPaidWith(
  stripe: Stripe,
  subscription: Stripe.Subscription,
  methodId: string,
): Promise<PaidNow> {
  const latest = idOf(subscription.latest_invoice);
  const invoice = latest && (await stripe.invoices.retrieve(latest, { expand: intentParts }));
  if (!invoice || invoice.status !== 'paid' || invoice.amount_paid === 0) {
    return { kind: 'nothing_open' };
  }
  return idOf(intentOf(invoice)?.payment_method) === methodId
    ? { kind: 'paid', amount: toMoney(invoice.amount_paid, invoice.currency) }
    : { kind: 'nothing_open' };
}

/** The card was declined, or the invoice is not as it was: what became of it is read from the invoice. */
function isAnswer(error: unknown): error is Stripe.errors.StripeError {
  return (
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeInvalidRequestError
  );
}

async function readOutcome(
  stripe: Stripe,
  invoiceId: string,
  methodId: string,
  code: string | null,
): Promise<PaidNow | null> {
  const invoice = await stripe.invoices.retrieve(invoiceId, { expand: intentParts });
  const outcome = outcomeWith(invoice, methodId);
  if (outcome || code === null || invoice.status !== 'open') return outcome;
  return { kind: 'declined', amount: toMoney(invoice.amount_remaining, invoice.currency), code };
}

/** What has become of an invoice with this method; null when it was not tried. */
function outcomeWith(invoice: Stripe.Invoice, methodId: string): PaidNow | null {
  const { currency, status, hosted_invoice_url: payUrl } = invoice;
  if (status === 'paid') return { kind: 'paid', amount: toMoney(invoice.amount_paid, currency) };
  if (status !== 'open') return { kind: 'nothing_open' };
  const amount = toMoney(invoice.amount_remaining, currency);
  const intent = intentOf(invoice);
  if (intent?.status === 'processing') return { kind: 'processing', amount };
  const error = intent?.last_payment_error;
  const triedWith = idOf(intent?.payment_method) ?? idOf(error?.payment_method);
  if (triedWith !== methodId) return null;
  if (asksToConfirm(intent)) return { kind: 'needs_confirmation', amount, payUrl: payUrl ?? null };
  return error
    ? { kind: 'declined', amount, code: error.decline_code ?? error.code ?? null }
    : null;
}

/** New data of the same card makes another attempt worth its while. */
function expiryOf({ card }: Stripe.PaymentMethod): string {
  return card ? `${card.last4}:${card.exp_year}:${card.exp_month}` : '';
}
