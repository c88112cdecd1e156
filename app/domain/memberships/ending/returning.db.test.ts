import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giftInput, payOnStripe } from '../../../../sandbox/testing/gifts.ts';
import {
  type TestPatron,
  joinAsPatron,
  offerTiers,
  passDays,
} from '../../../../sandbox/testing/patrons.ts';
import { type TestProduct, createTestProduct } from '../../../../sandbox/testing/product.ts';
import { mails } from '../../../db/schema/mail.ts';
import { memberships } from '../../../db/schema/memberships.ts';
import { actOnTheDay } from '../../../jobs/act-on-the-day.server.ts';
import { renewalReminder } from '../../../jobs/day/renewal-reminder.server.ts';
import { readWaitingMail } from '../../../jobs/mail/outbox-row.server.ts';
import { prepareMail } from '../../../jobs/mail/prepare-mail.server.ts';
import { addDays, toUnix } from '../../../kernel/dates.ts';
import { money } from '../../../kernel/money.ts';
import { readRecurring } from '../../reports/read-recurring.server.ts';
import { startMembership } from '../start-membership.server.ts';
import { continueMembership } from './continue-membership.server.ts';
import { endMembership } from './end-membership.server.ts';
import { readReturn } from './read-return.server.ts';

const startsAt = new Date('2026-03-03T10:00:00Z');
let product: TestProduct;
beforeAll(async () => {
  product = await createTestProduct({ startsAt });
  await offerTiers(product);
});
afterAll(() => product.close());

const now = () => product.services.clock.now();
async function rowOf({ membershipId }: Pick<TestPatron, 'membershipId'>) {
  const { db } = product.services;
  const [row] = await db.select().from(memberships).where(eq(memberships.id, membershipId));
  if (!row) throw new Error('no membership');
  return row;
}

describe('coming back', () => {
  it('keeps what was, begins the same anew, and counts as a reactivation', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'back@example.org', amountMinor: 1200, coversFee: true, tierSlug: 'patron' },
    });
    const { supporterId } = patron;
    const first = await rowOf(patron);
    expect(await readReturn(product.services, supporterId)).toEqual({ former: [], back: null });
    await endMembership(product.services, { whose: { supporterId }, reason: null });
    await passDays(product, 60);

    const { former, back } = await readReturn(product.services, supporterId);
    expect(former).toHaveLength(1);
    expect(former[0]).toMatchObject({
      id: patron.membershipId,
      startedAt: first.startedAt,
      endedAt: first.currentPeriodEnd,
      amount: money(first.amountMinor, 'EUR'),
    });
    expect(first.amountMinor).toBeGreaterThan(1200);
    expect(back).toEqual({
      ...{ tierSlug: 'patron', interval: 'month', amount: money(1200, 'EUR') },
    });
    if (!back) throw new Error('no way back');

    const cameBackAt = now();
    const started = await startMembership(product.services, {
      ...giftInput({
        amount: back.amount,
        supporter: { id: supporterId, email: patron.email },
      }),
      ...{ interval: back.interval, tierSlug: back.tierSlug },
    });
    if (!started.ok) throw new Error(started.reason);
    payOnStripe(product.stripe, started.value.checkoutUrl, { email: patron.email });
    await product.settle();
    const second = await rowOf(started.value);
    expect(second).toMatchObject({ status: 'active', supporterId, amountMinor: 1200 });
    expect(second.id).not.toBe(first.id);
    expect((await readReturn(product.services, supporterId)).former).toHaveLength(1);
    const { revenue } = await readRecurring(product.services, {
      ...{ month: '2026-05', isRunning: false },
      from: addDays(cameBackAt, -1),
      until: addDays(cameBackAt, 1),
      before: {
        ...{ month: '2026-04', from: addDays(cameBackAt, -3), until: addDays(cameBackAt, -1) },
      },
    });
    expect(revenue).toHaveLength(1);
    expect(revenue[0]?.movements).toMatchObject({
      new: { count: 0 },
      reactivation: { amountMinor: 1200, count: 1 },
    });
  });
});

// A year passes in them, with all that Stripe does meanwhile.
describe('a reminder', { timeout: 60_000 }, () => {
  const run = () => actOnTheDay(product.services, [renewalReminder]);
  const remindersTo = (email: string) =>
    product.services.db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, email), eq(mails.template, 'renewal-reminder')));
  async function textOf(mailId: string) {
    const waiting = await readWaitingMail(product.services, mailId);
    const prepared = waiting && (await prepareMail(product.services, waiting));
    return prepared?.ok ? prepared.value.text : `not sent: ${prepared?.reason ?? 'gone'}`;
  }
  /** In one step: a year of months heard of one by one would take long. */
  async function goTo(moment: Date) {
    product.stripe.engine.advanceTo(toUnix(moment));
    await product.settle();
  }
  /** Moves to so many days before the charge, and lets the day act twice. */
  async function daysBefore(patron: TestPatron, days: number) {
    const { currentPeriodEnd } = await rowOf(patron);
    await goTo(addDays(currentPeriodEnd ?? now(), -days));
    await run();
    await run();
  }

  it('comes 14 days before a yearly charge, once for each, with the way out', async () => {
    const patron = await joinAsPatron(product, {
      ...{ email: 'yearly@example.org', amountMinor: 12_000, interval: 'year' as const },
    });
    const monthly = await joinAsPatron(product, {
      ...{ email: 'monthly@example.org', amountMinor: 1000 },
    });
    await run();
    await daysBefore(patron, 15);
    expect(await remindersTo(patron.email)).toHaveLength(0);
    await daysBefore(patron, 14);
    const [reminder] = await remindersTo(patron.email);
    expect(reminder).toBeDefined();
    const text = await textOf(reminder?.id ?? '');
    expect(text).toContain('€120');
    expect(text).toContain('/links/cancellation/');
    expect(text).not.toContain('for the first time');
    await daysBefore(patron, 3);
    expect(await remindersTo(patron.email)).toHaveLength(1);
    await goTo(addDays(now(), 10));
    await daysBefore(patron, 13);
    expect(await remindersTo(patron.email)).toHaveLength(2);
    expect(await remindersTo(monthly.email)).toHaveLength(0);
    // Written before it was ended, and to be sent after: what it would say is not so any more.
    const { supporterId } = patron;
    const [, second] = await remindersTo(patron.email);
    await endMembership(product.services, { whose: { supporterId }, reason: null });
    expect(await textOf(second?.id ?? '')).toBe('not sent: too_late');
  });

  it('comes 7 days before a trial turns into a charge, and not to whoever has ended it', async () => {
    const trial = async (email: string) => {
      const patron = await joinAsPatron(product, { email, amountMinor: 1000 });
      const { stripeSubscriptionId } = await rowOf(patron);
      product.stripe.engine.request('POST', `/v1/subscriptions/${stripeSubscriptionId ?? ''}`, {
        trial_end: Math.floor(product.stripe.engine.now()) + 30 * 86_400,
        proration_behavior: 'none',
      });
      await product.settle();
      return patron;
    };
    const staying = await trial('staying@example.org');
    const leaving = await trial('leaving@example.org');
    const wavering = await trial('wavering@example.org');
    for (const { supporterId } of [leaving, wavering])
      await endMembership(product.services, { whose: { supporterId }, reason: null });
    await daysBefore(staying, 8);
    expect(await remindersTo(staying.email)).toHaveLength(0);
    await daysBefore(staying, 6.5);
    const [reminder] = await remindersTo(staying.email);
    expect(await textOf(reminder?.id ?? '')).toContain('for the first time');
    expect(await remindersTo(leaving.email)).toHaveLength(0);
    const { supporterId } = wavering;
    await continueMembership(product.services, { whose: { supporterId } });
    await run();
    expect(await remindersTo(wavering.email)).toHaveLength(1);
  });
});
