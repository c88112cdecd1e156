import { describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { money } from '../../kernel/money.ts';
import type { DonorGift } from '../donations/donor-gift.ts';
import type { MembershipAccess } from '../memberships/membership.ts';
import { type EntitlementFacts, type EntitlementRules, decide, everyRank } from './entitlement.ts';

const now = new Date('2026-11-22T10:00:00Z');
const rules: EntitlementRules = {
  graceDays: 14,
  donorPassDays: 30,
  donorPassMinimumMinor: { EUR: 1000, UAH: 40_000 },
};

function membership(parts: Partial<MembershipAccess> = {}): MembershipAccess {
  return {
    status: 'active',
    opensExtras: true,
    rank: 1,
    currentPeriodEnd: addDays(now, 10),
    cancelAt: null,
    pastDueSince: null,
    paidUntil: null,
    returnedUntil: null,
    endedAt: null,
    wasReturned: false,
    ...parts,
  };
}

function gift(
  amountMinor: number,
  daysAgo: number,
  returnedMinor = 0,
  currency = 'EUR',
): DonorGift {
  return {
    amount: money(amountMinor, currency),
    returned: money(returnedMinor, currency),
    paidAt: addDays(now, -daysAgo),
  };
}

function answer(facts: Partial<EntitlementFacts>) {
  return decide({ isStaff: false, memberships: [], gifts: [], dated: [], ...facts }, rules, now);
}

describe('who may open the extras', () => {
  it('staff', () => {
    expect(answer({ isStaff: true })).toMatchObject({ isOpen: true, because: 'staff' });
  });

  it('a patron, for as long as the membership is in force', () => {
    expect(answer({ memberships: [membership()] })).toEqual({
      isOpen: true,
      because: 'membership',
      rank: 1,
      until: null,
      isPatron: true,
    });
  });

  it('a patron who has cancelled, until the end of what is paid', () => {
    const cancelAt = addDays(now, 3);
    expect(answer({ memberships: [membership({ cancelAt })] })).toMatchObject({
      isOpen: true,
      because: 'cancelled_not_ended',
      until: cancelAt,
    });
  });

  it('a patron whose payment fails, for fourteen days', () => {
    const failing = (days: number) =>
      answer({
        memberships: [membership({ status: 'past_due', pastDueSince: addDays(now, -days) })],
      });
    expect(failing(13)).toMatchObject({ isOpen: true, because: 'grace', until: addDays(now, 1) });
    expect(failing(14)).toMatchObject({ isOpen: false, because: 'payment_failed', isPatron: true });
  });

  it('a patron who pauses, until the paid period ends', () => {
    expect(answer({ memberships: [membership({ status: 'paused' })] })).toMatchObject({
      isOpen: true,
    });
    expect(
      answer({
        memberships: [membership({ status: 'paused', currentPeriodEnd: addDays(now, -1) })],
      }),
    ).toMatchObject({ isOpen: false, because: 'paused' });
  });

  it('a donor of at least the set sum, for thirty days', () => {
    expect(answer({ gifts: [gift(1000, 29)] })).toMatchObject({
      isOpen: true,
      because: 'donor_pass',
      until: addDays(now, 1),
    });
    expect(answer({ gifts: [gift(1000, 30)] })).toMatchObject({ because: 'donor_pass_ended' });
    expect(answer({ gifts: [gift(999, 1)] })).toMatchObject({
      isOpen: false,
      because: 'below_donor_pass',
    });
    expect(answer({ gifts: [gift(1000, 1, 0, 'UAH')] })).toMatchObject({ isOpen: false });
    expect(answer({ gifts: [gift(1000, 1, 0, 'PLN')] })).toMatchObject({ isOpen: false });
  });

  it('a donor even while a failing membership has closed', () => {
    const facts = {
      memberships: [membership({ status: 'unpaid', pastDueSince: addDays(now, -40) })],
      gifts: [gift(5000, 2)],
    };
    expect(answer(facts)).toMatchObject({ isOpen: true, because: 'donor_pass' });
  });
});

describe('who may not, and why', () => {
  it('somebody whose gift was paid back', () => {
    expect(answer({ gifts: [gift(1000, 1, 1000)] })).toMatchObject({
      isOpen: false,
      because: 'revoked',
    });
    expect(answer({ gifts: [gift(1500, 1, 600)] })).toMatchObject({
      isOpen: false,
      because: 'revoked',
    });
    expect(answer({ gifts: [gift(1500, 1, 500)] })).toMatchObject({ isOpen: true });
  });

  it('a patron whose payment for this period was paid back, until the next one is paid', () => {
    const returned = (days: number) =>
      answer({ memberships: [membership({ returnedUntil: addDays(now, days) })] });
    expect(returned(1)).toMatchObject({ isOpen: false, because: 'revoked', isPatron: true });
    expect(returned(0)).toMatchObject({ isOpen: true, because: 'membership' });
    expect(
      answer({
        memberships: [membership({ returnedUntil: addDays(now, 1) })],
        gifts: [gift(1000, 1)],
      }),
    ).toMatchObject({ isOpen: true, because: 'donor_pass' });
  });

  it('a patron who pauses, past what was paid, though Stripe moves its period on', () => {
    const paused = (days: number) =>
      answer({ memberships: [membership({ status: 'paused', paidUntil: addDays(now, days) })] });
    expect(paused(1)).toMatchObject({ isOpen: true, until: addDays(now, 1) });
    expect(paused(-1)).toMatchObject({ isOpen: false });
  });

  it('somebody whose membership has ended', () => {
    const ended = membership({ status: 'canceled', endedAt: addDays(now, -1) });
    expect(answer({ memberships: [ended] })).toMatchObject({
      isOpen: false,
      because: 'membership_ended',
      isPatron: false,
    });
  });

  it('somebody who has never supported', () => {
    expect(answer({})).toEqual({ isOpen: false, because: 'never_supported', isPatron: false });
  });

  it('a patron whose tier does not open them', () => {
    expect(answer({ memberships: [membership({ opensExtras: false })] })).toMatchObject({
      isOpen: false,
    });
  });
});

describe('The rank that is open', () => {
  it('is the tier’s of a membership, none of a donor pass, and above all tiers for staff', () => {
    expect(answer({ memberships: [membership({ rank: 2 })] })).toMatchObject({ rank: 2 });
    expect(answer({ isStaff: true })).toMatchObject({ rank: everyRank });
  });

  it('is the highest of what is open, and nothing that is over or taken back counts', () => {
    const dated = { kind: 'gift' as const, opensExtras: true, startsAt: addDays(now, -9) };
    const rankWith = (more: object) =>
      answer({
        memberships: [membership({ rank: 1 })],
        dated: [{ ...dated, rank: 3, endsAt: addDays(now, 1), isRevoked: false, ...more }],
      });
    expect(rankWith({})).toMatchObject({ because: 'membership', rank: 3 });
    expect(rankWith({ isRevoked: true })).toMatchObject({ rank: 1 });
    expect(rankWith({ endsAt: addDays(now, -1) })).toMatchObject({ rank: 1 });
    expect(rankWith({ startsAt: addDays(now, 1) })).toMatchObject({ rank: 1 });
    expect(rankWith({ opensExtras: false })).toMatchObject({ rank: 1 });
  });
});
