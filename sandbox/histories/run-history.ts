import { money } from '../../app/kernel/money.ts';
import { createJobHandlers } from '../../app/jobs/handlers.server.ts';
import { saveTiers } from '../../app/domain/memberships/save-tiers.server.ts';
import { receiveEvent } from '../../app/webhooks/receive-event.server.ts';
import { signatureHeader } from '../stripe/delivery/signature.ts';
import { type TestProduct, createTestProduct, webhookSecret } from '../testing/product.ts';
import { type Operation, drawFate } from './operation.ts';
import { type Order, perform } from './perform.ts';
import { type State, findBookDifferences, readState } from './state.ts';

/** What became of one run: the state at the end, and where the books were wrong. */
export interface Run {
  readonly state: State;
  readonly bookDifferences: readonly string[];
  readonly stripe: readonly string[];
}

/** How events come: each once, in order, at once; or by their fates, and at the end all is reconciled. */
export type Delivery = 'in_order' | 'spoiled';

interface Delayed {
  readonly payload: string;
  readonly due: number;
  readonly order: number;
}

/** A fixed day, so that a seed gives the same months; ahead of us, so that no delayed job is due. */
const historiesStart = new Date('2040-01-15T09:30:00Z');

/** Longer than anything lasts at Stripe: debits, failing refunds, retries, disputes, payouts. */
const lastSeconds = 45 * 86_400;

/** Where the events after the last operation stand, for their fates. */
const atTheEnd = 10_000;

/** Fees, and disputes by test card, follow a payment within seconds. */
const soonSeconds = 5;

/** Plays a history on a product of its own. `indexes` are the operations' places in the whole history. */
export async function runHistory(
  seed: number,
  operations: readonly (readonly [index: number, operation: Operation])[],
  delivery: Delivery,
  reconcile: (product: TestProduct) => Promise<void>,
): Promise<Run> {
  const product = await createTestProduct({
    startsAt: historiesStart,
    deliversEvents: false,
    checksConformance: false,
  });
  try {
    return await play(product, seed, operations, delivery, reconcile);
  } finally {
    await product.close();
  }
}

async function play(
  product: TestProduct,
  seed: number,
  operations: readonly (readonly [number, Operation])[],
  delivery: Delivery,
  reconcile: (product: TestProduct) => Promise<void>,
): Promise<Run> {
  const { engine } = product.stripe;
  await saveTestTier(product);
  const orders: Order[] = [];
  let fresh: string[] = [];
  let waiting: Delayed[] = [];
  engine.onCommit(({ events }) => {
    for (const event of events) fresh.push(JSON.stringify(engine.show(event)));
  });
  for (const [index, operation] of operations) {
    await perform(product, operation, index, orders);
    engine.advanceTo(engine.now() + soonSeconds);
    const arrived = fresh;
    fresh = [];
    if (delivery === 'in_order') {
      await deliver(product, arrived);
    } else {
      waiting.push(...arrived.flatMap((payload, nth) => spoil(payload, seed, index, nth)));
      const due = waiting.filter((event) => event.due <= index);
      waiting = waiting.filter((event) => event.due > index);
      await deliver(product, inFatedOrder(due));
    }
    await runJobs(product);
  }
  engine.advanceTo(engine.now() + lastSeconds);
  waiting.push(...fresh.flatMap((payload, nth) => spoil(payload, seed, atTheEnd, nth)));
  await deliver(product, delivery === 'in_order' ? fresh : inFatedOrder(waiting));
  await runJobs(product);
  await reconcile(product);
  await runJobs(product);
  const state = await readState(product, orders);
  const bookDifferences = await findBookDifferences(product);
  return { state, bookDifferences, stripe: describeStripe(product) };
}

function spoil(payload: string, seed: number, index: number, nth: number): Delayed[] {
  const { copies, delay, order } = drawFate(seed, index, nth);
  return Array.from({ length: copies }, (_, copy) => ({
    payload,
    due: index + delay + copy,
    order: (order + copy * 0.37) % 1,
  }));
}

function inFatedOrder(events: readonly Delayed[]): string[] {
  return [...events].sort((a, b) => a.order - b.order).map((event) => event.payload);
}

async function deliver({ services }: TestProduct, payloads: readonly string[]): Promise<void> {
  const seconds = Math.floor(Date.now() / 1_000);
  for (const rawBody of payloads) {
    const signature = signatureHeader(rawBody, [webhookSecret], seconds);
    const receipt = await receiveEvent(services, services.verifyWebhook, { rawBody, signature });
    if (receipt === 'bad_signature') throw new Error('An event of the sandbox was refused');
  }
}

/** A job may fail for want of an event that was lost: it stays for later, as in the queue. */
async function runJobs({ services }: TestProduct): Promise<void> {
  const handlers = { ...createJobHandlers(services), 'send-mail': () => Promise.resolve() };
  await services.queue.drain(handlers).catch(() => undefined);
}

/** The one tier of histories: everything from two euros a month. */
export async function saveTestTier({ services }: TestProduct): Promise<void> {
  const minimum = (interval: 'month' | 'year') => ({
    currency: 'EUR' as const,
    interval,
    minimumMinor: money(interval === 'month' ? 200 : 2000, 'EUR').amountMinor,
  });
  await saveTiers(services, [
    {
      slug: 'friend',
      rank: 1,
      name: { en: 'Friend', uk: 'Друг' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [minimum('month'), minimum('year')],
    },
  ]);
}

/** Stripe's own side, to tell a difference of ours from one of the two accounts. */
function describeStripe({ stripe: { engine } }: TestProduct): string[] {
  const { store } = engine;
  const lines = store.order('balance_transaction').flatMap((id) => {
    const entry = store.get('balance_transaction', id);
    return entry ? [`${entry.type} ${entry.net} ${entry.currency} ${entry.created}`] : [];
  });
  const subscriptions = store.order('subscription').flatMap((id) => {
    const entry = store.get('subscription', id);
    return entry ? [`subscription ${entry.status} ${entry.created} ${entry.ended_at}`] : [];
  });
  return [...lines, ...subscriptions];
}
