import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeMembership } from '../../app/domain/memberships/changes/change-membership.server.ts';
import type { RequestedTerms } from '../../app/domain/memberships/changes/membership-change.ts';
import { previewChange } from '../../app/domain/memberships/changes/preview-change.server.ts';
import { applyCardUpdate } from '../../app/domain/memberships/collection/apply-card-update.server.ts';
import { openCardUpdate } from '../../app/domain/memberships/collection/open-card-update.server.ts';
import { endMembership } from '../../app/domain/memberships/ending/end-membership.server.ts';
import { pauseMembership } from '../../app/domain/memberships/pausing/pause-membership.server.ts';
import { saveTiers } from '../../app/domain/memberships/save-tiers.server.ts';
import { startMembership } from '../../app/domain/memberships/start-membership.server.ts';
import { money } from '../../app/kernel/money.ts';
import { giftInput, payOnStripe, putFailingCard } from '../testing/gifts.ts';
import { type Patron, createPatron } from './patron.ts';

/*
 * A year of one membership on a test clock, step by step: what the account shows, which mails went
 * out, who may read the extras, what was charged, and whether the books are Stripe's to the cent.
 */

let patron: Patron;
const day = (text: string) => new Date(`${text}T12:00:00Z`);

beforeAll(async () => {
  patron = await createPatron(day('2027-01-31'));
  const tier = (slug: string, rank: number, minimumMinor: number) => ({
    ...{ slug, rank, name: { en: slug, uk: slug }, description: { en: '', uk: '' } },
    perks: ['extras' as const],
    minimums: (['month', 'year'] as const).map((interval) => ({
      ...{ currency: 'EUR' as const, interval },
      minimumMinor: interval === 'year' ? minimumMinor * 10 : minimumMinor,
    })),
  });
  await saveTiers(patron.product.services, [tier('friend', 1, 500), tier('patron', 2, 1_500)]);
});
afterAll(() => patron.close());

async function join(amountMinor: number): Promise<string> {
  const { services, stripe } = patron.product;
  const started = await startMembership(services, {
    ...giftInput({ amount: money(amountMinor, 'EUR'), supporter: patron.supporter }),
    ...{ interval: 'month', tierSlug: null },
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(stripe, started.value.checkoutUrl, { email: patron.email });
  await patron.product.settle();
  return started.value.membershipId;
}

async function change(tierSlug: string, amountMinor: number) {
  const { services } = patron.product;
  const requested: RequestedTerms = {
    ...{ tierSlug, amount: money(amountMinor, 'EUR'), coversFee: false, interval: 'month' },
  };
  const supporterId = patron.supporter.id;
  const previewed = await previewChange(services, { supporterId, requested, at: null });
  if (!previewed.ok) throw new Error(previewed.reason);
  const { figures, at } = previewed.value;
  const changed = await changeMembership(services, {
    ...{ supporterId, requested },
    shown: {
      at,
      dueNowMinor: figures.dueNow.amountMinor,
      nextMinor: figures.next.amount.amountMinor,
    },
  });
  if (!changed.ok) throw new Error(changed.reason);
  await patron.product.settle();
  return { figures, result: changed.value };
}

/** What a patron, their mailbox and the accountant see at once. */
async function seen() {
  const [{ membership }, { because }] = await Promise.all([patron.account(), patron.access()]);
  const next = membership?.nextCharge;
  return {
    account: membership && [
      membership.tierName.en,
      membership.standing,
      next ? `${next.amount.amountMinor} on ${next.at.slice(0, 10)}` : 'nothing due',
    ],
    access: because,
    charged: await patron.newPayments(),
    mails: await patron.newMails(),
    booksAgree: await patron.booksAgree(),
  };
}

describe('a year of a membership', () => {
  it('31 January: joins for 8 euros a month', async () => {
    await join(800);
    expect(await seen()).toEqual({
      account: ['friend', 'active', '800 on 2027-02-28'],
      access: 'membership',
      charged: [800],
      mails: ['membership-welcome', 'receipt'],
      booksAgree: true,
    });
  });

  it('28 February: renews on the last day of a shorter month', async () => {
    await patron.passUntil(day('2027-03-02'));
    expect(await seen()).toEqual({
      account: ['friend', 'active', '800 on 2027-03-31'],
      access: 'membership',
      charged: [800],
      mails: ['receipt'],
      booksAgree: true,
    });
  });

  it('15 March: becomes a Patron at 20 euros and pays the difference that was shown', async () => {
    await patron.passUntil(day('2027-03-15'));
    const { figures, result } = await change('patron', 2_000);
    expect(result.kind).toBe('changed');
    const due = figures.dueNow.amountMinor;
    expect(due).toBe(figures.charged.amountMinor - figures.credited.amountMinor);
    expect(due).toBeGreaterThan(0);
    expect(due).toBeLessThan(1_200);
    expect(await seen()).toEqual({
      account: ['patron', 'active', '2000 on 2027-03-31'],
      access: 'membership',
      charged: [due],
      mails: ['membership-changed', 'receipt'],
      booksAgree: true,
    });
  });

  it('15 April: pauses for two months from the end of what is paid', async () => {
    await patron.passUntil(day('2027-04-15'));
    const paused = await pauseMembership(patron.product.services, {
      supporterId: patron.supporter.id,
      months: 2,
    });
    expect(paused).toMatchObject({ ok: true });
    await patron.product.settle();
    expect(await seen()).toEqual({
      account: ['patron', 'paused', '2000 on 2027-06-30'],
      access: 'membership',
      charged: [2_000],
      mails: ['receipt', 'membership-paused'],
      booksAgree: true,
    });
  });

  it('10 May: nothing is charged, and the extras are closed', async () => {
    await patron.passUntil(day('2027-05-10'));
    expect(await seen()).toEqual({
      account: ['patron', 'paused', '2000 on 2027-06-30'],
      access: 'paused',
      charged: [],
      mails: [],
      booksAgree: true,
    });
  });

  it('30 June: goes on by itself, a week after the mail that said so', async () => {
    await patron.passUntil(day('2027-06-29'));
    expect(await patron.newMails()).toEqual(['pause-ending']);
    await patron.passUntil(day('2027-07-02'));
    expect(await seen()).toEqual({
      account: ['patron', 'active', '2000 on 2027-07-30'],
      access: 'membership',
      charged: [2_000],
      mails: ['receipt'],
      booksAgree: true,
    });
  });

  it('30 July: a renewal fails; the extras stay open, and mails ask for another card', async () => {
    putFailingCard(patron.product.stripe, patron.email);
    await patron.passUntil(day('2027-08-01'));
    expect(await seen()).toEqual({
      account: ['patron', 'past_due', '2000 on 2027-08-30'],
      access: 'grace',
      charged: [],
      mails: ['payment-failed'],
      booksAgree: true,
    });
    await patron.passUntil(day('2027-08-11'));
    expect(await seen()).toEqual({
      account: ['patron', 'past_due', '2000 on 2027-08-30'],
      access: 'grace',
      charged: [],
      mails: ['payment-reminder', 'payment-last-call'],
      booksAgree: true,
    });
  });

  it('11 August: another card pays at once what was open', async () => {
    const { services, stripe } = patron.product;
    const order = await patron.membershipId();
    const opened = await openCardUpdate(services, {
      ...{ membershipId: order, locale: 'en' },
      ...{ returnUrl: 'http://app.test/back', cancelUrl: 'http://app.test/account' },
    });
    if (!opened.ok) throw new Error(opened.reason);
    payOnStripe(stripe, opened.value.url, { email: patron.email });
    const checkoutId = /cs_test_\w+/.exec(opened.value.url)?.[0] ?? '';
    const updated = await applyCardUpdate(services, { checkoutId, membershipId: order });
    expect(updated).toMatchObject({ ok: true, value: { kind: 'paid' } });
    await patron.product.settle();
    expect(await seen()).toEqual({
      account: ['patron', 'active', '2000 on 2027-08-30'],
      access: 'membership',
      charged: [2_000],
      mails: ['receipt'],
      booksAgree: true,
    });
  });

  it('10 September: asks for less from the next period on', async () => {
    await patron.passUntil(day('2027-09-10'));
    const { result, figures } = await change('friend', 800);
    expect(result.kind).toBe('scheduled');
    expect(figures.dueNow.amountMinor).toBe(0);
    expect(await seen()).toEqual({
      account: ['patron', 'active', '800 on 2027-09-30'],
      access: 'membership',
      charged: [2_000],
      mails: ['receipt', 'membership-changed'],
      booksAgree: true,
    });
    await patron.passUntil(day('2027-10-02'));
    expect(await seen()).toEqual({
      account: ['friend', 'active', '800 on 2027-10-30'],
      access: 'membership',
      charged: [800],
      mails: ['receipt'],
      booksAgree: true,
    });
  });

  it('15 October: cancels, reads on until the end, and is thanked', async () => {
    await patron.passUntil(day('2027-10-15'));
    const ended = await endMembership(patron.product.services, {
      whose: { supporterId: patron.supporter.id },
      reason: 'too_expensive',
    });
    expect(ended).toMatchObject({ ok: true, value: { hasEnded: false } });
    await patron.product.settle();
    expect(await seen()).toEqual({
      account: ['friend', 'ending', 'nothing due'],
      access: 'cancelled_not_ended',
      charged: [],
      mails: ['cancellation-scheduled'],
      booksAgree: true,
    });
    await patron.passUntil(day('2027-11-02'));
    expect(await seen()).toEqual({
      account: ['friend', 'ended', 'nothing due'],
      access: 'membership_ended',
      charged: [],
      mails: ['membership-ended'],
      booksAgree: true,
    });
  });

  it('20 December: comes back, with the year before still in the account', async () => {
    await patron.passUntil(day('2027-12-20'));
    await join(1_500);
    expect(await seen()).toEqual({
      account: ['patron', 'active', '1500 on 2028-01-20'],
      access: 'membership',
      charged: [1_500],
      mails: ['membership-welcome', 'receipt'],
      booksAgree: true,
    });
    const { earlier } = await patron.account();
    expect(earlier.former).toHaveLength(1);
  });

  it('counts each step once in recurring revenue', async () => {
    expect(await patron.movements()).toEqual([
      '2027-01-31 started 0 -> 800',
      '2027-03-15 amount_changed 800 -> 2000',
      '2027-04-15 amount_changed 2000 -> 0',
      '2027-06-30 amount_changed 0 -> 2000',
      '2027-07-31 payment_failed 2000 -> 2000',
      '2027-08-11 recovered 2000 -> 2000',
      '2027-09-30 amount_changed 2000 -> 800',
      '2027-10-15 cancel_scheduled 800 -> 800',
      '2027-10-30 ended 800 -> 0',
      '2027-12-20 started 0 -> 1500',
    ]);
  });
});
