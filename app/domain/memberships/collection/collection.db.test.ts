import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { giftInput, payOnStripe } from '../../../../sandbox/testing/gifts.ts';
import { endEverySubscription } from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { updateCardAutomatically } from '../../../../sandbox/stripe/engine/flows/payment-methods.ts';
import { submitCheckout } from '../../../../sandbox/stripe/engine/flows/checkout.ts';
import { payments } from '../../../db/schema/ledger.ts';
import { mails } from '../../../db/schema/mail.ts';
import { memberships } from '../../../db/schema/memberships.ts';
import { actOnTheDay } from '../../../jobs/act-on-the-day.server.ts';
import { readWaitingMail } from '../../../jobs/mail/outbox-row.server.ts';
import { prepareMail } from '../../../jobs/mail/prepare-mail.server.ts';
import { daysMs } from '../../../kernel/dates.ts';
import { money } from '../../../kernel/money.ts';
import { saveTiers } from '../save-tiers.server.ts';
import { startMembership } from '../start-membership.server.ts';
import { applyCardUpdate } from './apply-card-update.server.ts';
import { openCardUpdate } from './open-card-update.server.ts';

const cards = {
  good: '4242424242424242',
  other: '5555555555554444',
  /** Is saved, and declined whenever it is charged. */
  failing: '4000000000000341',
  stolen: '4000000000009979',
  asksBank: '4000002760003184',
};
const dunningTemplates = [
  'payment-failed',
  'payment-confirm',
  'payment-reminder',
  'payment-last-call',
  'membership-closed',
];

let product: TestProduct;

beforeAll(async () => {
  // Ahead of the database's clock: what is to be looked at "in two minutes" is not due over and over.
  product = await createTestProduct({ startsAt: new Date('2031-03-01T10:00:00Z') });
  await saveTiers(product.services, [
    {
      ...{ slug: 'friend', rank: 1, perks: ['extras'] },
      ...{ name: { en: 'Friend', uk: 'Друг' }, description: { en: '', uk: '' } },
      minimums: [
        { currency: 'EUR', interval: 'month', minimumMinor: 200 },
        { currency: 'EUR', interval: 'year', minimumMinor: 2000 },
      ],
    },
  ]);
});
afterEach(() => endEverySubscription(product));
afterAll(() => product.close());

/** Weeks go by in some of these. */
vi.setConfig({ testTimeout: 90_000 });

async function join(email: string): Promise<string> {
  const started = await startMembership(product.services, {
    ...giftInput({ amount: money(1000, 'EUR') }),
    interval: 'month',
    tierSlug: 'friend',
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email });
  await product.settle();
  return started.value.membershipId;
}

async function rowOf(membershipId: string) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

const paymentsOf = (id: string) =>
  product.services.db.select().from(payments).where(eq(payments.sourceId, id));

async function mailsTo(recipient: string) {
  const rows = await product.services.db.select().from(mails).where(eq(mails.recipient, recipient));
  return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

async function dunningTo(recipient: string): Promise<string[]> {
  return (await mailsTo(recipient))
    .map(({ template }) => template)
    .filter((template) => dunningTemplates.includes(template));
}

/** Time goes by in steps, as it does: webhooks arrive, and the hourly job runs. */
async function pass(days: number, stepDays = 0.5): Promise<void> {
  for (let passed = 0; passed < days; passed += stepDays) {
    const { engine } = product.stripe;
    engine.advanceTo(engine.now() + stepDays * 86_400);
    await product.settle();
    await actOnTheDay(product.services);
  }
}

async function putCard(membershipId: string, card: string): Promise<string> {
  const { stripeCustomerId, stripeSubscriptionId } = await rowOf(membershipId);
  product.stripe.engine.replaceCard(stripeCustomerId ?? '', card);
  return stripeSubscriptionId ?? '';
}

/** A month later the renewal fails. */
async function failTheRenewal(membershipId: string): Promise<void> {
  await putCard(membershipId, cards.failing);
  while (!(await rowOf(membershipId)).pastDueSince) await pass(1, 1);
}

/** A period begins now, and is not paid. */
async function failNow(membershipId: string, card = cards.failing): Promise<void> {
  const subscription = await putCard(membershipId, card);
  product.stripe.engine.request('POST', `/v1/subscriptions/${subscription}`, {
    billing_cycle_anchor: { type: 'now' },
    proration_behavior: 'none',
  });
  await product.settle();
  expect(await rowOf(membershipId)).toMatchObject({ status: 'past_due' });
}

async function openPage(membershipId: string, returnUrl = 'http://localhost:3000/back') {
  const opened = await openCardUpdate(product.services, {
    ...{ membershipId, returnUrl },
    locale: 'en',
    cancelUrl: 'http://localhost:3000/cancel',
  });
  if (!opened.ok) throw new Error(opened.reason);
  return /cs_test_[A-Za-z0-9]+/.exec(opened.value.url)?.[0] ?? '';
}

function enterCard(checkoutId: string, card: string, email: string): void {
  product.stripe.engine.completeCheckout(checkoutId, { card, email, name: 'Maria Reader' });
}

const apply = (checkoutId: string, membershipId: string | null = null) =>
  applyCardUpdate(product.services, { checkoutId, membershipId });

describe('a payment that goes on failing', () => {
  it('is told of at once, on the fifth day, before the extras close, and when they have closed, once each', async () => {
    const email = 'dunned@example.org';
    const id = await join(email);
    await failTheRenewal(id);
    const { pastDueSince: since, ...failing } = await rowOf(id);
    expect(failing).toMatchObject({
      ...{ status: 'past_due', paymentTrouble: 'failed', openAmountMinor: 1000 },
      ...{ paymentAttempts: 1, cardBrand: 'visa', cardLast4: '0341' },
    });
    expect(failing.nextAttemptAt).not.toBeNull();
    await pass(25);
    const told = (await mailsTo(email)).filter(({ template }) =>
      dunningTemplates.includes(template),
    );
    const days = told.map((mail) => [
      mail.template,
      Math.floor((mail.createdAt.getTime() - (since?.getTime() ?? 0)) / daysMs),
    ]);
    expect(days).toEqual([
      ['payment-failed', 0],
      ['payment-reminder', 5],
      ['payment-last-call', 11],
      ['membership-closed', expect.toSatisfy((day: number) => day === 13 || day === 14)],
    ]);
    expect(await rowOf(id)).toMatchObject({
      ...{ status: 'canceled', endedBecause: 'payment_failed' },
      ...{ openInvoiceId: null, paymentTrouble: null },
    });
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  it('is not tried again after the card was reported stolen, and is told of all the same', async () => {
    const email = 'stolen@example.org';
    const id = await join(email);
    await failNow(id, cards.stolen);
    await pass(6);
    expect(await dunningTo(email)).toEqual(['payment-failed', 'payment-reminder']);
  });

  it('is not told of any more once it is mended, not even by a mail that waits', async () => {
    const email = 'mended@example.org';
    const id = await join(email);
    await failNow(id);
    await pass(5.5);
    const waiting = (await mailsTo(email)).find(({ template }) => template === 'payment-reminder');
    const before = await readWaitingMail(product.services, waiting?.id ?? '');
    if (!before) throw new Error('no reminder');
    const written = await prepareMail(product.services, before);
    expect(written.ok && written.value.text).toContain('€10');
    expect(written.ok && written.value.text).toMatch(/\/links\/card\//);
    expect(written.ok && written.value.text).toMatch(/\/links\/cancellation\//);

    const page = await openPage(id);
    enterCard(page, cards.good, email);
    await product.settle();
    expect(await prepareMail(product.services, before)).toEqual({ ok: false, reason: 'too_late' });
    await pass(12);
    expect(await dunningTo(email)).toEqual(['payment-failed', 'payment-reminder']);
    expect(await rowOf(id)).toMatchObject({ status: 'active', pastDueSince: null });
  });

  it('that only waits for the bank’s confirmation is called so', async () => {
    const email = 'confirms@example.org';
    const id = await join(email);
    await failNow(id, cards.asksBank);
    expect(await rowOf(id)).toMatchObject({
      status: 'past_due',
      paymentTrouble: 'needs_confirmation',
    });
    expect(await dunningTo(email)).toEqual(['payment-confirm']);
    const [mail] = (await mailsTo(email)).filter(({ template }) => template === 'payment-confirm');
    const waiting = await readWaitingMail(product.services, mail?.id ?? '');
    const written = waiting && (await prepareMail(product.services, waiting));
    expect(written?.ok && written.value.text).toContain('Confirm the payment');
    expect(written?.ok && written.value.text).not.toContain('did not go through');
  });
});

describe('a new card', () => {
  it('pays what is open once, even when page, webhook and a second click come together', async () => {
    const email = 'repairs@example.org';
    const id = await join(email);
    await failNow(id);
    const page = await openPage(id);
    expect(await openPage(id)).toBe(page);
    enterCard(page, cards.other, email);
    const [outcomes] = await Promise.all([
      Promise.all([apply(page), apply(page), apply(page, id)]),
      product.settle(),
    ]);
    await product.settle();
    expect(outcomes.some((outcome) => outcome.ok && outcome.value.kind === 'paid')).toBe(true);
    expect(await rowOf(id)).toMatchObject({
      ...{ status: 'active', paymentTrouble: null, openInvoiceId: null },
      ...{ cardBrand: 'mastercard', cardLast4: '4444' },
    });
    expect(await paymentsOf(id)).toHaveLength(2);
    // Whoever loads the page again is told the same.
    expect(await apply(page)).toEqual({
      ok: true,
      value: { kind: 'paid', amount: money(1000, 'EUR') },
    });
    expect(await paymentsOf(id)).toHaveLength(2);
    const receipts = (await mailsTo(email)).filter(({ template }) => template === 'receipt');
    expect(receipts).toHaveLength(2);
  });

  it('that is declined, too, says why, is tried once, and the next one gets a page of its own', async () => {
    const email = 'declined@example.org';
    const id = await join(email);
    await failNow(id);
    const page = await openPage(id);
    enterCard(page, cards.failing, email);
    const outcome = await apply(page);
    expect(outcome).toMatchObject({
      ok: true,
      value: { kind: 'declined', code: 'generic_decline', amount: money(1000, 'EUR') },
    });
    const charges = () => product.stripe.engine.store.order('charge').length;
    const tried = charges();
    await product.settle();
    expect(await apply(page)).toEqual(outcome);
    expect(charges()).toBe(tried);
    const next = await openPage(id);
    expect(next).not.toBe(page);
    enterCard(next, cards.good, email);
    await product.settle();
    expect(await rowOf(id)).toMatchObject({ status: 'active', cardLast4: '4242' });
  });

  it('whose bank asks for confirmation leads to the invoice’s page', async () => {
    const email = 'asked@example.org';
    const id = await join(email);
    await failNow(id);
    const page = await openPage(id);
    enterCard(page, cards.asksBank, email);
    const outcome = await apply(page);
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'needs_confirmation' } });
    const asked = outcome.ok && outcome.value.kind === 'needs_confirmation' && outcome.value;
    expect(asked && asked.payUrl).toContain('/i/');
    expect(await rowOf(id)).toMatchObject({ paymentTrouble: 'needs_confirmation' });
  });

  it('is only saved while nothing is open', async () => {
    const email = 'saves@example.org';
    const id = await join(email);
    const page = await openPage(id);
    expect(await apply(page)).toEqual({ ok: true, value: { kind: 'not_completed' } });
    enterCard(page, cards.other, email);
    expect(await apply(page)).toEqual({ ok: true, value: { kind: 'saved' } });
    await product.settle();
    expect(await rowOf(id)).toMatchObject({ cardLast4: '4444' });
    expect(await paymentsOf(id)).toHaveLength(1);
  });

  it('never gives way to one that was entered before it', async () => {
    const email = 'order@example.org';
    const id = await join(email);
    const first = await openPage(id, 'http://localhost:3000/one');
    const second = await openPage(id, 'http://localhost:3000/two');
    // The events of both are lost: who comes back to the second page comes back first.
    product.stripe.engine.transact((step) =>
      submitCheckout(step, first, {
        method: { card: { number: cards.good, expMonth: 1, expYear: 2045 } },
        ...{ email, name: 'Maria Reader', country: 'DE' },
      }),
    );
    product.stripe.engine.advanceTo(product.stripe.engine.now() + 60);
    enterCard(second, cards.other, email);
    await apply(second);
    await apply(first);
    await product.settle();
    expect(await rowOf(id)).toMatchObject({ cardLast4: '4444' });
  });

  it('changes nothing of another membership, nor of one that has ended', async () => {
    const [mine, theirs] = [await join('mine@example.org'), await join('theirs@example.org')];
    const page = await openPage(theirs);
    enterCard(page, cards.other, 'theirs@example.org');
    expect(await apply(page, mine)).toEqual({ ok: false, reason: 'foreign' });
    expect((await rowOf(mine)).cardLast4).toBe('4242');
    const late = await openPage(mine);
    const { stripeSubscriptionId: subscription } = await rowOf(mine);
    product.stripe.engine.request('DELETE', `/v1/subscriptions/${subscription ?? ''}`);
    await product.settle();
    enterCard(late, cards.other, 'mine@example.org');
    expect(await apply(late)).toEqual({ ok: true, value: { kind: 'ended' } });
    expect(await openCardUpdate(product.services, openInput(mine))).toEqual({
      ok: false,
      reason: 'no_membership',
    });
  });

  it('that the bank sends by itself pays what is open at once', async () => {
    const email = 'renewed@example.org';
    const id = await join(email);
    await failNow(id);
    const { stripeSubscriptionId } = await rowOf(id);
    product.stripe.engine.transact((step) => {
      const { default_payment_method: method } = step.get(
        'subscription',
        stripeSubscriptionId ?? '',
      );
      updateCardAutomatically(step, method ?? '', cards.good);
    });
    await product.settle();
    expect(await rowOf(id)).toMatchObject({ status: 'active', cardLast4: '4242' });
    expect(await paymentsOf(id)).toHaveLength(2);
  });
});

const openInput = (membershipId: string) => ({
  membershipId,
  locale: 'en' as const,
  returnUrl: 'http://localhost:3000/back',
  cancelUrl: 'http://localhost:3000/cancel',
});

it('says once that a card runs out before the next charge, in the month before that', async () => {
  const email = 'expires@example.org';
  const id = await join(email);
  const page = await openPage(id);
  const end = new Date(product.stripe.engine.now() * 1_000 + 75 * daysMs);
  const card = {
    number: cards.good,
    expMonth: end.getUTCMonth() + 1,
    expYear: end.getUTCFullYear(),
  };
  product.stripe.engine.transact((step) =>
    submitCheckout(step, page, {
      method: { card },
      ...{ email, name: 'Maria Reader', country: 'DE' },
    }),
  );
  await product.settle();
  const told = async () =>
    (await mailsTo(email)).filter(({ template }) => template === 'card-expiring');
  await pass(40, 4);
  expect(await told()).toHaveLength(0);
  await pass(70, 2);
  const [mail, ...more] = await told();
  expect(more).toHaveLength(0);
  const month = String(card.expMonth).padStart(2, '0');
  expect(mail?.subjectId).toBe(`${id}@${card.expYear}-${month}`);
});
