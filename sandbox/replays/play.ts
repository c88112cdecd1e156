import { randomBytes } from 'node:crypto';
import { actOnTheDay } from '../../app/jobs/act-on-the-day.server.ts';
import { createJobHandlers } from '../../app/jobs/handlers.server.ts';
import { createSmtpTransport } from '../../app/gateways/email/smtp.server.ts';
import type { Services } from '../../app/services.server.ts';
import { receiveEvent } from '../../app/webhooks/receive-event.server.ts';
import { type Random, createRandom } from '../demo/history/random.ts';
import type { Operation } from '../histories/operation.ts';
import { type Order, perform } from '../histories/perform.ts';
import { saveTestTier } from '../histories/run-history.ts';
import { signatureHeader } from '../stripe/delivery/signature.ts';
import { type TestProduct, createTestProduct, webhookSecret } from '../testing/product.ts';

/** A fixed day ahead of us, so that no delayed job is due. */
const start = new Date('2040-01-15T09:30:00Z');
const soonSeconds = 5;
/** Deliveries that arrive at the same time. */
const crowd = 25;

export interface Played {
  readonly product: TestProduct;
  /** How many deliveries came that said nothing new. */
  readonly replayed: number;
}

/**
 * Plays a history whose mails really go out to `smtpUrl`. Each event comes once and in order, or,
 * with `replays`, so many deliveries more: the same event again, and the same change under another
 * event's id (Stripe sends both), shuffled, many at once, while the history goes on and after it.
 * The caller closes the product.
 */
export async function playWithMail(
  operations: readonly Operation[],
  { smtpUrl, seed, replays }: { smtpUrl: string; seed: number; replays: number },
): Promise<Played> {
  const product = await createTestProduct({
    startsAt: start,
    deliversEvents: false,
    checksConformance: false,
  });
  const { engine } = product.stripe;
  const smtp = createSmtpTransport(smtpUrl, 'news@example.org');
  const services: Services = { ...product.services, smtp };
  const random = createRandom(seed, 'replays');
  const orders: Order[] = [];
  const past: string[] = [];
  let fresh: string[] = [];
  let replayed = 0;
  engine.onCommit(({ events }) => {
    for (const event of events) fresh.push(JSON.stringify(engine.show(event)));
  });
  await saveTestTier(product);
  for (const [index, operation] of operations.entries()) {
    await perform(product, operation, index, orders);
    engine.advanceTo(engine.now() + soonSeconds);
    const arrived = fresh;
    fresh = [];
    past.push(...arrived);
    // Half of the replays fall into the history, half come when it is over.
    const more = Math.floor(replays / 2 / operations.length);
    const again = past.length > 0 ? drawReplays(random, past, more) : [];
    replayed += again.length;
    await takeIn(services, replays > 0 ? shuffled(random, [...arrived, ...again]) : arrived);
    await Promise.all([runJobs(services), replays > 0 ? runJobs(services) : null]);
    await Promise.all([actOnTheDay(services), replays > 0 ? actOnTheDay(services) : null]);
    await runJobs(services);
  }
  while (replayed < replays) {
    const again = drawReplays(random, past, Math.min(crowd * 4, replays - replayed));
    replayed += again.length;
    await takeIn(services, again);
    await Promise.all([runJobs(services), runJobs(services), runJobs(services)]);
  }
  smtp.close();
  return { product, replayed };
}

/** Every third one is a twin: another event of Stripe's that tells the same change. */
function drawReplays(random: Random, past: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, nth) => {
    const payload = random.pick(past);
    return nth % 3 !== 0 ? payload : payload.replace(/"id":"evt_\w+"/, `"id":"${newEventId()}"`);
  });
}

function shuffled<T>(random: Random, from: readonly T[]): T[] {
  return from
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

function newEventId(): string {
  return `evt_replay${randomBytes(8).toString('hex')}`;
}

async function takeIn(services: Services, payloads: readonly string[]): Promise<void> {
  const seconds = Math.floor(Date.now() / 1_000);
  for (let from = 0; from < payloads.length; from += crowd) {
    await Promise.all(
      payloads.slice(from, from + crowd).map(async (rawBody) => {
        const signature = signatureHeader(rawBody, [webhookSecret], seconds);
        const delivery = { rawBody, signature };
        const receipt = await receiveEvent(services, services.verifyWebhook, delivery);
        if (receipt === 'bad_signature') throw new Error('An event of the sandbox was refused');
      }),
    );
  }
}

async function runJobs(services: Services): Promise<void> {
  await services.queue.drain(createJobHandlers(services));
}
