import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDispute } from '../../../sandbox/stripe/engine/flows/disputes.ts';
import { failRefund } from '../../../sandbox/stripe/engine/flows/refunds.ts';
import { giftInput, payOnStripe } from '../../../sandbox/testing/gifts.ts';
import { joinAsPatron, offerTiers } from '../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../sandbox/testing/product.ts';
import { mails } from '../../db/schema/mail.ts';
import { payments } from '../../db/schema/ledger.ts';
import { auditEntries } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import { newId } from '../../platform/ids.ts';
import { readDonationOrder } from '../donations/read-order.server.ts';
import { startDonation } from '../donations/start-donation.server.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { checkLedger, ledgerAgrees } from '../ledger/check-ledger.server.ts';
import { readPaymentCase } from '../reports/read-payment-case.server.ts';
import { makeRefundLater } from './make-refund.server.ts';
import { previewRefund } from './preview-refund.server.ts';
import { endOf } from './refund.ts';
import { type RefundPaymentInput, refundPayment } from './refund-payment.server.ts';
import { listRefunds } from './refund-rows.server.ts';

let product: TestProduct;
let count = 0;
const actorId = newId();

beforeAll(async () => {
  product = await createTestProduct({ startsAt: new Date('2027-03-01T10:00:00Z') });
  await offerTiers(product);
});
afterAll(() => product.close());

/** Somebody gives, and it is settled. */
async function give(amountMinor = 2_500, email = `refund-${++count}@example.org`) {
  const { services, stripe } = product;
  const started = await startDonation(services, giftInput({ amount: money(amountMinor, 'EUR') }));
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(stripe, started.value.checkoutUrl, { email });
  await product.settle();
  const { donationId } = started.value;
  const supporterId = (await readDonationOrder(services, donationId))?.supporterId ?? '';
  return { email, supporterId, ...(await chargeOf(donationId)) };
}

async function chargeOf(sourceId: string) {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.sourceId, sourceId));
  const charge = rows.find(({ kind }) => kind === 'charge');
  return { paymentId: charge?.id ?? '', chargeId: charge?.stripeChargeId ?? '' };
}

const giveBack = (paymentId: string, parts: Partial<RefundPaymentInput> = {}) =>
  refundPayment(product.services, {
    ...{ paymentId, amountMinor: 2_500, reason: 'requested_by_customer', why: 'Asked by letter' },
    ...{ actorId, attemptKey: crypto.randomUUID() },
    ...parts,
  });

/** Everything that moved on a charge, by kind. */
async function movedOn(chargeId: string): Promise<string[]> {
  const rows = await product.services.db
    .select()
    .from(payments)
    .where(eq(payments.stripeChargeId, chargeId));
  return rows.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`).sort();
}

async function expectBooksToAgree(): Promise<void> {
  await product.settle();
  expect(ledgerAgrees(await checkLedger(product.services))).toBe(true);
}

/** Spoils the API, as the sandbox's control panel does. */
async function trouble(parts: Record<string, number>): Promise<void> {
  const answer = await fetch(`${product.stripe.url}/_sandbox/api-troubles`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(parts),
  });
  expect(answer.status).toBeLessThan(400);
}

const mailsOf = async (recipient: string) =>
  (await product.services.db.select().from(mails).where(eq(mails.recipient, recipient))).filter(
    ({ template }) => template === 'payment-refunded',
  );

const isOpen = async (supporterId: string) =>
  (await decideEntitlement(product.services, { supporterId, role: null })).isOpen;

describe('a refund of a donation', () => {
  it('previews what it does, does that, tells the giver once and is in the log', async () => {
    const gift = await give();
    const preview = await previewRefund(product.services, {
      paymentId: gift.paymentId,
      amountMinor: null,
    });
    expect(preview.ok && preview.value).toMatchObject({
      left: money(2_500, 'EUR'),
      barrier: null,
      access: {
        now: { isOpen: true, because: 'donor_pass' },
        after: { isOpen: false, because: 'revoked' },
      },
    });
    expect(await movedOn(gift.chargeId)).toEqual(['charge 2500']);
    expect(await isOpen(gift.supporterId)).toBe(true);

    expect(await giveBack(gift.paymentId)).toMatchObject({ ok: true, value: { outcome: 'made' } });
    expect(await isOpen(gift.supporterId)).toBe(false);
    await expectBooksToAgree();
    expect(await movedOn(gift.chargeId)).toEqual(['charge 2500', 'refund -2500']);
    expect(await mailsOf(gift.email)).toHaveLength(1);
    const log = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, gift.paymentId));
    expect(log).toMatchObject([
      {
        action: 'payment.refund_asked',
        actorId,
        reason: 'Asked by letter',
        before: { refundableMinor: 2_500 },
        after: { refundableMinor: 0 },
      },
    ]);
    expect((await giveBack(gift.paymentId, { amountMinor: 1 })).ok).toBe(false);
  });

  it('in part leaves what the rest still buys, and Stripe’s fee with Stripe', async () => {
    const gift = await give(3_000);
    const half = { paymentId: gift.paymentId, amountMinor: 1_500 };
    const preview = await previewRefund(product.services, half);
    expect(preview.ok && preview.value.access?.after.isOpen).toBe(true);
    expect(preview.ok && preview.value.feeKept?.amountMinor).toBeGreaterThan(0);
    await giveBack(gift.paymentId, { amountMinor: 1_500 });
    expect(await isOpen(gift.supporterId)).toBe(true);
    // Below what opens the extras.
    await giveBack(gift.paymentId, { amountMinor: 1_000 });
    expect(await isOpen(gift.supporterId)).toBe(false);
    await expectBooksToAgree();
    expect(await mailsOf(gift.email)).toHaveLength(2);
  });

  it('asked for twice by one form is one; by two of the staff at once never more than was paid', async () => {
    const gift = await give();
    const attemptKey = crypto.randomUUID();
    const same = await Promise.all([
      giveBack(gift.paymentId, { amountMinor: 500, attemptKey }),
      giveBack(gift.paymentId, { amountMinor: 500, attemptKey }),
    ]);
    const made = same.map((one) => (one.ok ? one.value.refundId : one.reason));
    expect(new Set(made).size).toBe(1);
    const both = await Promise.all([
      giveBack(gift.paymentId, { amountMinor: 1_500 }),
      giveBack(gift.paymentId, { amountMinor: 1_500 }),
    ]);
    expect(both.map((one) => (one.ok ? one.value.outcome : one.reason)).sort()).toEqual([
      'made',
      'too_much',
    ]);
    await expectBooksToAgree();
    expect(await movedOn(gift.chargeId)).toEqual(['charge 2500', 'refund -1500', 'refund -500']);
  });

  it('of another amount by the same form is another refund, not the answer to the first', async () => {
    const gift = await give();
    const attemptKey = crypto.randomUUID();
    const asked = [500, 700, 700].map((amountMinor) => ({ amountMinor, attemptKey }));
    const made: unknown[] = [];
    for (const parts of asked) {
      const one = await giveBack(gift.paymentId, parts);
      made.push(one.ok ? one.value.refundId : one.reason);
    }
    expect(made[1]).not.toBe(made[0]);
    expect(made[2]).toBe(made[1]);
    await expectBooksToAgree();
    expect(await movedOn(gift.chargeId)).toEqual(['charge 2500', 'refund -500', 'refund -700']);
  });

  it('that the bank sends back later is told as sent back, and the giver has their access again', async () => {
    const gift = await give();
    expect((await giveBack(gift.paymentId)).ok).toBe(true);
    await product.settle();
    expect(await isOpen(gift.supporterId)).toBe(false);
    const [refund] = await listRefunds(product.services, gift.paymentId);
    const stripeRefundId = refund?.stripeRefundId ?? '';
    const ends = async () => {
      const found = await readPaymentCase(product.services, gift.paymentId);
      return refund && endOf(refund, found?.movements ?? []);
    };
    expect(await ends()).toBe('made');
    product.stripe.engine.transact((step) => failRefund(step, stripeRefundId));
    await expectBooksToAgree();
    expect(await ends()).toBe('sent_back');
    expect(await movedOn(gift.chargeId)).toEqual([
      ...['charge 2500', 'refund -2500', 'refund_failure 2500'],
    ]);
    expect(await isOpen(gift.supporterId)).toBe(true);
  });

  it('of what the bank has taken back is refused before Stripe is asked', async () => {
    const gift = await give();
    product.stripe.engine.transact((step) => openDispute(step, gift.chargeId, 'fraudulent'));
    await product.settle();
    const preview = await previewRefund(product.services, {
      paymentId: gift.paymentId,
      amountMinor: null,
    });
    expect(preview.ok && preview.value.barrier).toBe('charged_back');
    expect(await giveBack(gift.paymentId)).toEqual({ ok: false, reason: 'charged_back' });
    expect(await listRefunds(product.services, gift.paymentId)).toEqual([]);
  });

  it('that Stripe refuses says so, takes nothing, and leaves the sum to be given back again', async () => {
    const gift = await give();
    const { services } = product;
    const refusing = {
      ...services,
      payments: {
        ...services.payments,
        refundCharge: () => Promise.resolve({ ok: false, reason: 'refused' } as const),
      },
    };
    const input = { paymentId: gift.paymentId, amountMinor: 2_500, why: 'w', actorId };
    const attempt = { reason: 'duplicate', attemptKey: crypto.randomUUID() } as const;
    expect(await refundPayment(refusing, { ...input, ...attempt })).toEqual({
      ok: false,
      reason: 'refused',
    });
    expect(await listRefunds(services, gift.paymentId)).toMatchObject([{ status: 'refused' }]);
    const log = await services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, gift.paymentId))
      .orderBy(auditEntries.at, auditEntries.id);
    expect(log.map(({ action }) => action)).toEqual([
      'payment.refund_asked',
      'payment.refund_refused',
    ]);
    expect(await giveBack(gift.paymentId)).toMatchObject({ ok: true });
    await expectBooksToAgree();
    expect(await mailsOf(gift.email)).toHaveLength(1);
  });

  it('whose answer is lost, or for which Stripe is down, is made once, by itself', async () => {
    const lost = await give();
    await trouble({ errorAfterNext: 2 });
    const answer = await giveBack(lost.paymentId, { amountMinor: 700 });
    expect(answer).toMatchObject({ ok: true });
    await trouble({ errorAfterNext: 0 });
    await expectBooksToAgree();
    expect(await movedOn(lost.chargeId)).toEqual(['charge 2500', 'refund -700']);
    expect(await listRefunds(product.services, lost.paymentId)).toMatchObject([{ status: 'made' }]);
    expect(await mailsOf(lost.email)).toHaveLength(1);

    const { services } = product;
    const down = {
      ...services,
      payments: {
        ...services.payments,
        refundCharge: () => Promise.resolve({ ok: false, reason: 'try_later' } as const),
      },
    };
    const later = await give();
    const input = { paymentId: later.paymentId, amountMinor: 2_500, why: 'w', actorId };
    expect(
      await refundPayment(down, {
        ...{ ...input, reason: 'duplicate', attemptKey: crypto.randomUUID() },
      }),
    ).toMatchObject({ ok: true, value: { outcome: 'waiting' } });
    // What waits is not there to be given back a second time.
    expect(await giveBack(later.paymentId)).toEqual({ ok: false, reason: 'too_much' });
    const [waiting] = await listRefunds(services, later.paymentId);
    // The job's time is the database's, a minute from now.
    await expect(makeRefundLater(down, waiting?.id ?? '')).rejects.toThrow();
    await makeRefundLater(services, waiting?.id ?? '');
    await makeRefundLater(services, waiting?.id ?? '');
    await expectBooksToAgree();
    expect(await movedOn(later.chargeId)).toEqual(['charge 2500', 'refund -2500']);
    expect(await mailsOf(later.email)).toHaveLength(1);
  });
});

describe('a refund of a membership', () => {
  it('whole closes the period that it paid for; the membership goes on', async () => {
    const patron = await joinAsPatron(product, { email: 'p@example.org', amountMinor: 1_000 });
    const { paymentId } = await chargeOf(patron.membershipId);
    const preview = await previewRefund(product.services, { paymentId, amountMinor: null });
    expect(preview.ok && preview.value.access).toMatchObject({
      now: { isOpen: true, because: 'membership' },
      after: { isOpen: false, because: 'revoked', isPatron: true },
    });
    await giveBack(paymentId, { amountMinor: 1_000 });
    expect(await isOpen(patron.supporterId)).toBe(false);
    await expectBooksToAgree();
  });
});

it('any refunds in any order give back no more than was paid, and the books are Stripe’s', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          amountMinor: fc.integer({ min: 1, max: 1_200 }),
          together: fc.boolean(),
          isTwice: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      async (steps) => {
        const gift = await give(2_000);
        let running: Promise<unknown>[] = [];
        for (const { amountMinor, together, isTwice } of steps) {
          const attemptKey = crypto.randomUUID();
          for (let n = 0; n < (isTwice ? 2 : 1); n += 1) {
            running.push(giveBack(gift.paymentId, { amountMinor, attemptKey }));
          }
          if (together) continue;
          await Promise.all(running);
          running = [];
        }
        await Promise.all(running);
        await expectBooksToAgree();
        const refunded = (await listRefunds(product.services, gift.paymentId)).filter(
          ({ status }) => status === 'made',
        );
        const returned = refunded.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
        expect(returned).toBeLessThanOrEqual(2_000);
        const moved = (await movedOn(gift.chargeId)).filter((text) => text.startsWith('refund'));
        expect(moved).toHaveLength(refunded.length);
        expect(await mailsOf(gift.email)).toHaveLength(refunded.length);
      },
    ),
    { numRuns: 12, seed: 20_261_123 },
  );
}, 120_000);
