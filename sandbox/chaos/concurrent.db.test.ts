import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../../app/db/testing/database.ts';
import { payments } from '../../app/db/schema/ledger.ts';
import { mails } from '../../app/db/schema/mail.ts';
import { memberships } from '../../app/db/schema/memberships.ts';
import { confirmDonation } from '../../app/domain/donations/confirm-donation.server.ts';
import { startDonation } from '../../app/domain/donations/start-donation.server.ts';
import { checkLedger, ledgerAgrees } from '../../app/domain/ledger/check-ledger.server.ts';
import { liveStatuses } from '../../app/domain/memberships/membership.ts';
import { saveTiers } from '../../app/domain/memberships/save-tiers.server.ts';
import { startMembership } from '../../app/domain/memberships/start-membership.server.ts';
import type { OutgoingMail } from '../../app/gateways/email/smtp.server.ts';
import { createJobHandlers } from '../../app/jobs/handlers.server.ts';
import { money } from '../../app/kernel/money.ts';
import { createLogger } from '../../app/platform/logger.ts';
import { type Services, createServices } from '../../app/services.server.ts';
import { receiveEvent } from '../../app/webhooks/receive-event.server.ts';
import { createRandom } from '../demo/history/random.ts';
import { signatureHeader } from '../stripe/delivery/signature.ts';
import { giftInput, payOnStripe } from '../testing/gifts.ts';
import { type TestProduct, createTestProduct, webhookSecret } from '../testing/product.ts';

const log = createLogger('silent');
let product: TestProduct;
let fresh: TestDatabase;
/** Two sites and a worker, each with connections and a queue of its own, on one database. */
let processes: Services[];
const sent: OutgoingMail[] = [];

beforeAll(async () => {
  product = await createTestProduct({ deliversEvents: false, checksConformance: false });
  const others = [1, 2].map(() => createServices(product.services.env, { log }));
  processes = [product.services, ...(await Promise.all(others))];
  fresh = await createTestDatabase();
  await saveTiers(product.services, [
    {
      slug: 'friend',
      rank: 1,
      name: { en: 'Friend', uk: 'Друг' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [
        { currency: 'EUR', interval: 'month', minimumMinor: 200 },
        { currency: 'EUR', interval: 'year', minimumMinor: 2000 },
      ],
    },
  ]);
});
afterAll(async () => {
  await Promise.all(processes.slice(1).map((services) => services.close()));
  await product.close();
  await fresh.drop();
});

it('processes that start at the same time on a new database all come up', async () => {
  const env = { ...product.services.env, databaseUrl: fresh.url };
  const started = await Promise.allSettled([1, 2, 3, 4].map(() => createServices(env, { log })));
  for (const one of started) if (one.status === 'fulfilled') await one.value.close();
  expect(started.map((one) => (one.status === 'rejected' ? String(one.reason) : 'up'))).toEqual([
    'up',
    'up',
    'up',
    'up',
  ]);
});

it(
  'two sites and a worker get every event and run the jobs at once: no effect comes twice',
  { timeout: 60_000 },
  async () => {
    const { engine } = product.stripe;
    const letters: string[] = [];
    engine.onCommit(({ events }) => {
      for (const event of events) letters.push(JSON.stringify(engine.show(event)));
    });
    const donationIds: string[] = [];
    for (const reader of [1, 2, 3, 4]) {
      const started = await startDonation(
        product.services,
        giftInput({ amount: money(reader * 700, 'EUR') }),
      );
      if (!started.ok) throw new Error(started.reason);
      donationIds.push(started.value.donationId);
      payOnStripe(product.stripe, started.value.checkoutUrl, {
        email: `giver${reader}@example.org`,
      });
    }
    // Each opens two pages and pays both; the second reader pays the later page first.
    for (const reader of [1, 2, 3]) {
      const urls: string[] = [];
      for (const amount of [500, 900]) {
        const input = { ...giftInput({ amount: money(amount, 'EUR') }), tierSlug: null };
        const started = await startMembership(product.services, { ...input, interval: 'month' });
        if (!started.ok) throw new Error(started.reason);
        urls.push(started.value.checkoutUrl);
      }
      for (const url of reader % 2 === 0 ? urls.reverse() : urls) {
        payOnStripe(product.stripe, url, { email: `patron${reader}@example.org` });
        engine.advanceTo(engine.now() + 2);
      }
    }
    await settleEverywhere(letters, donationIds);

    const { db } = product.services;
    const charges = await db.select().from(payments).where(eq(payments.kind, 'charge'));
    expect(charges).toHaveLength(4 + 6);
    expect(new Set(charges.map((charge) => charge.stripeObjectId)).size).toBe(4 + 6);
    expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
    const receipts = await db.select().from(mails).where(eq(mails.template, 'receipt'));
    expect(receipts.map((mail) => mail.subjectId).sort()).toEqual(
      charges.map((row) => row.id).sort(),
    );
    expect(new Set(sent.map((mail) => mail.messageId)).size).toBe(sent.length);
    const unsent = await db
      .select()
      .from(mails)
      .where(inArray(mails.status, ['queued', 'sending', 'failed']));
    expect(unsent).toEqual([]);

    const live = await db
      .select({ supporterId: memberships.supporterId, count: sql<string>`count(*)` })
      .from(memberships)
      .where(inArray(memberships.status, [...liveStatuses]))
      .groupBy(memberships.supporterId);
    expect(live.map((row) => Number(row.count))).toEqual([1, 1, 1]);
    const returned = await db.select().from(payments).where(eq(payments.kind, 'refund'));
    expect(returned).toHaveLength(3);
  },
);

/** Every process gets every event, each in another order, and all run what is due, until nothing is left. */
async function settleEverywhere(letters: string[], donationIds: readonly string[]): Promise<void> {
  const { engine } = product.stripe;
  const random = createRandom(1, 'concurrent');
  for (let round = 0; round < 12; round += 1) {
    engine.advanceTo(engine.now() + 5);
    const arrived = letters.splice(0);
    const counts = await Promise.all(
      processes.map(async (services) => {
        const shuffled = arrived
          .map((letter) => ({ letter, place: random.next() }))
          .sort((a, b) => a.place - b.place);
        await Promise.all([
          ...shuffled.map(({ letter }) => deliver(services, letter)),
          ...donationIds.map((id) => confirmDonation(services, id)),
        ]);
        return drain(services);
      }),
    );
    if (arrived.length === 0 && counts.every((count) => count === 0)) return;
  }
  throw new Error('It did not come to rest');
}

async function deliver(services: Services, rawBody: string): Promise<void> {
  const signature = signatureHeader(rawBody, [webhookSecret], Math.floor(Date.now() / 1_000));
  const receipt = await receiveEvent(services, services.verifyWebhook, { rawBody, signature });
  expect(['stored', 'seen_before']).toContain(receipt);
}

async function drain(services: Services): Promise<number> {
  const smtp = {
    send: (mail: OutgoingMail) => {
      sent.push(mail);
      return Promise.resolve({ outcome: 'sent' as const });
    },
    close: () => undefined,
  };
  return services.queue.drain(createJobHandlers({ ...services, smtp }));
}
