import { completeCheckout, replaceCard } from '../stripe/engine/flows/visitor.ts';
import { StripeApiError } from '../stripe/engine/errors.ts';
import type { Engine } from '../stripe/engine/engine.ts';
import type { Charge } from '../stripe/engine/objects/charge.ts';
import type { Subscription } from '../stripe/engine/objects/subscription.ts';
import type { Paying } from './operation.ts';

const cards: Record<Exclude<Paying, 'debit' | 'debit_failing'>, readonly string[]> = {
  card: ['4242424242424242'],
  declined_first: ['4000000000000002', '4242424242424242'],
  disputed: ['4000000000000259'],
  unrefundable: ['4000000000005126'],
};
const ibans = { debit: 'AT611904300234573201', debit_failing: 'AT861904300235473202' };
const failingCard = '4000000000000341';
const goodCard = '4242424242424242';

export const emailOf = (reader: number): string => `reader${reader}@example.org`;

/** Pays on Stripe's page; a refused card is followed by the next one. */
export function payCheckout(
  engine: Engine,
  checkoutUrl: string,
  reader: number,
  how: Paying,
): void {
  const session = /cs_test_\w+/.exec(checkoutUrl)?.[0] ?? '';
  const who = { email: emailOf(reader), name: `Reader ${reader}`, country: 'DE' };
  if (how === 'debit' || how === 'debit_failing') {
    engine.transact((step) =>
      completeCheckout(step, session, { ...who, card: '', iban: ibans[how] }),
    );
    return;
  }
  for (const card of cards[how]) {
    engine.transact((step) => completeCheckout(step, session, { ...who, card }));
  }
}

/** The membership of a reader that Stripe would still charge. */
export function liveSubscriptionOf(engine: Engine, reader: number): Subscription | null {
  const { store } = engine;
  for (const id of store.order('subscription')) {
    const subscription = store.get('subscription', id);
    if (!subscription || subscription.ended_at !== null) continue;
    if (store.get('customer', subscription.customer)?.email === emailOf(reader)) {
      return subscription;
    }
  }
  return null;
}

export function spoilCard(engine: Engine, reader: number): void {
  const subscription = liveSubscriptionOf(engine, reader);
  if (subscription) engine.replaceCard(subscription.customer, failingCard);
}

/** A card that works; what is owed is paid with it at once. */
export function repairCard(engine: Engine, reader: number): void {
  const subscription = liveSubscriptionOf(engine, reader);
  if (!subscription) return;
  engine.transact((step) => replaceCard(step, subscription.customer, goodCard));
  const invoice = subscription.latest_invoice;
  if (invoice && engine.store.get('invoice', invoice)?.status === 'open') {
    post(engine, `/v1/invoices/${invoice}/pay`);
  }
}

/** The charges that brought money, oldest first. */
export function paidCharges(engine: Engine): Charge[] {
  return engine.store.order('charge').flatMap((id) => {
    const charge = engine.store.get('charge', id);
    return charge?.status === 'succeeded' ? [charge] : [];
  });
}

/** A request by the newsroom in Stripe's Dashboard; one that Stripe refuses changes nothing. */
export function post(engine: Engine, path: string, params: object = {}): void {
  try {
    engine.request('POST', path, params as Parameters<Engine['request']>[2]);
  } catch (error) {
    if (!(error instanceof StripeApiError)) throw error;
  }
}
