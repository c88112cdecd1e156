import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDispute } from '../../sandbox/stripe/engine/flows/disputes.ts';
import { giftInput, payOnStripe } from '../../sandbox/testing/gifts.ts';
import { type TestProduct, createTestProduct } from '../../sandbox/testing/product.ts';
import { disputes, payments } from '../db/schema/ledger.ts';
import { mails } from '../db/schema/mail.ts';
import { memberships } from '../db/schema/memberships.ts';
import { stripeCustomers, supporters } from '../db/schema/supporters.ts';
import { stripeEvents } from '../db/schema/webhooks.ts';
import { readDonationOrder } from '../domain/donations/read-order.server.ts';
import { startDonation } from '../domain/donations/start-donation.server.ts';
import { decideEntitlement } from '../domain/entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../domain/ledger/check-ledger.server.ts';
import { saveTiers } from '../domain/memberships/save-tiers.server.ts';
import { startMembership } from '../domain/memberships/start-membership.server.ts';
import { listStuck } from '../domain/pipeline/list-stuck.server.ts';
import { dismissStuck, retryStuck } from '../domain/pipeline/resolve-stuck.server.ts';
import { givingCurrencies } from '../kernel/currencies.ts';
import { money } from '../kernel/money.ts';
import { newId } from '../platform/ids.ts';
import { eventAttemptsAllowed, processEvent } from './process-event.server.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2026-06-01T09:00:00Z') });
  const minimum = (interval: 'month' | 'year') =>
    givingCurrencies.map((currency) => ({ currency, interval, minimumMinor: 500 }));
  await saveTiers(product.services, [
    {
      slug: 'friend',
      rank: 1,
      name: { en: 'Friend', uk: 'Друг' },
      description: { en: '', uk: '' },
      perks: ['extras'],
      minimums: [...minimum('month'), ...minimum('year')],
    },
  ]);
});
afterAll(() => product.close());

async function donate(email: string, card?: string) {
  const started = await startDonation(product.services, giftInput());
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email, ...(card ? { card } : {}) });
  await product.settle();
  const id = started.value.donationId;
  const order = await readDonationOrder(product.services, id);
  return { id, viewer: { supporterId: order?.supporterId ?? null, role: null } };
}

async function join(email: string) {
  const started = await startMembership(product.services, {
    ...giftInput({ amount: money(1000, 'EUR') }),
    interval: 'month',
    tierSlug: null,
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  await product.settle();
  return readMembership(started.value.membershipId);
}

async function readMembership(id: string) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, id));
  if (!row) throw new Error('no membership');
  return row;
}

const chargeOf = async (sourceId: string) => {
  const { db } = product.services;
  const rows = await db.select().from(payments).where(eq(payments.sourceId, sourceId));
  return rows.find((row) => row.kind === 'charge')?.stripeChargeId ?? '';
};

const post = (path: string, params: Record<string, string> = {}) =>
  product.stripe.engine.request<{ id: string }>('POST', path, params);

async function expectBooksToAgree(): Promise<void> {
  expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
}

it('a dispute keeps what was bought while it is open, and revokes it when it is lost', async () => {
  const { viewer } = await donate('disputed@example.org', '4000000000000259');
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({ isOpen: true });
  const { db } = product.services;
  const [dispute] = await db.select().from(disputes);
  expect(dispute).toMatchObject({ status: 'needs_response', amountMinor: 2500 });
  expect(dispute?.dueBy).not.toBeNull();
  product.stripe.engine.transact((step) =>
    closeDispute(step, dispute?.stripeDisputeId ?? '', 'lost'),
  );
  await product.settle();
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({
    isOpen: false,
    because: 'revoked',
  });
  await expectBooksToAgree();
});

it('a dispute that is won changes nothing for the giver', async () => {
  const { id, viewer } = await donate('won@example.org', '4000000000000259');
  const { db } = product.services;
  const open = (await db.select().from(disputes)).find((row) => row.sourceId === id);
  product.stripe.engine.transact((step) => closeDispute(step, open?.stripeDisputeId ?? '', 'won'));
  await product.settle();
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({ isOpen: true });
  await expectBooksToAgree();
});

it('a refund of a membership closes what its period opened, and the next payment opens it again', async () => {
  const membership = await join('refunded@example.org');
  const viewer = { supporterId: membership.supporterId, role: null };
  expect(membership.paidUntil).toEqual(membership.currentPeriodEnd);
  expect(membership.returnedUntil).toBeNull();
  const chargeId = await chargeOf(membership.id);
  post('/v1/refunds', { charge: chargeId, amount: '400' });
  await product.settle();
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({ isOpen: true });
  post('/v1/refunds', { charge: chargeId });
  await product.settle();
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({
    isOpen: false,
    because: 'revoked',
  });
  const { engine } = product.stripe;
  engine.advanceTo(engine.now() + 32 * 86_400);
  await product.settle();
  const renewed = await readMembership(membership.id);
  expect(renewed.returnedUntil).toBeNull();
  expect(await decideEntitlement(product.services, viewer)).toMatchObject({ isOpen: true });
  await expectBooksToAgree();
});

it('an address changed at Stripe is where mail goes, and never who signs in', async () => {
  const membership = await join('before@example.org');
  post(`/v1/customers/${membership.stripeCustomerId}`, { email: 'After@Example.org' });
  await product.settle();
  const { db } = product.services;
  const [customer] = await db
    .select()
    .from(stripeCustomers)
    .where(eq(stripeCustomers.stripeCustomerId, membership.stripeCustomerId ?? ''));
  expect(customer?.contactEmail).toBe('after@example.org');
  const [person] = await db
    .select()
    .from(supporters)
    .where(eq(supporters.id, membership.supporterId ?? ''));
  expect(person?.email).toBe('before@example.org');
  const { engine } = product.stripe;
  engine.advanceTo(engine.now() + 32 * 86_400);
  await product.settle();
  const receipts = await db.select().from(mails).where(eq(mails.recipient, 'after@example.org'));
  expect(receipts.map((row) => row.template)).toContain('receipt');
});

it('an event whose order is not here waits, is given up in the end, and can be seen to', async () => {
  const { services } = product;
  const metadata = { app: 'masthead', env: 'sandbox', kind: 'donation', order_id: newId() };
  const customer = post('/v1/customers');
  const session = product.stripe.engine.request<{ id: string; url: string }>(
    'POST',
    '/v1/checkout/sessions',
    {
      mode: 'payment',
      customer: customer.id,
      success_url: 'http://localhost:3000/',
      metadata,
      payment_intent_data: { metadata },
      line_items: [
        {
          quantity: '1',
          price_data: { currency: 'eur', unit_amount: '700', product_data: { name: 'Lost' } },
        },
      ],
    },
  );
  payOnStripe(product.stripe, session.url, { email: 'lost@example.org' });
  await expect(product.settle()).rejects.toThrow(/waits for its row/);
  const read = async () => {
    const rows = await services.db.select().from(stripeEvents);
    const event = rows.find((row) => row.objectId === session.id);
    if (!event) throw new Error('no event');
    return event;
  };
  expect(await read()).toMatchObject({ outcome: 'parked', reason: 'order_unknown' });
  const { id } = await read();
  for (let attempt = (await read()).attempts; attempt < eventAttemptsAllowed; attempt += 1) {
    await processEvent(services, id).catch(() => undefined);
  }
  expect(await read()).toMatchObject({ outcome: 'given_up', attempts: eventAttemptsAllowed });
  const stuck = (await listStuck(services, 50)).find((item) => item.id === id);
  expect(stuck).toMatchObject({
    kind: 'event',
    state: 'given_up',
    what: 'checkout.session.completed',
    objectId: session.id,
    reason: 'order_unknown',
  });
  const actorId = newId();
  const item = { kind: 'event' as const, id };
  expect(await retryStuck(services, { item, actorId })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ outcome: 'received', attempts: 0 });
  await product.settle().catch(() => undefined);
  const reason = 'A test payment';
  expect(await dismissStuck(services, { item, reason, actorId })).toMatchObject({ ok: true });
  expect(await dismissStuck(services, { item, reason, actorId })).toMatchObject({
    ok: false,
    reason: 'not_stuck',
  });
  expect(await read()).toMatchObject({ outcome: 'dismissed' });
  const { rows: audit } = await services.database.pool.query<{ action: string; detail: unknown }>(
    'select action, detail from audit_entries where subject_id = $1 order by at, action desc',
    [id],
  );
  expect(audit).toEqual([
    { action: 'event.retried', detail: {} },
    { action: 'event.dismissed', detail: { reason } },
  ]);
});
