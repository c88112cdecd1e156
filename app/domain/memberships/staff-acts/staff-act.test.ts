import { expect, it } from 'vitest';
import type { memberships } from '../../../db/schema/memberships.ts';
import { effectOf } from './staff-act.ts';

type Membership = typeof memberships.$inferSelect;

const day = new Date('2027-05-01T00:00:00Z');
const active: Membership = {
  ...{ id: 'm', status: 'active', supporterId: 's', madeSupporter: false, tierId: 't' },
  ...{ stripeCustomerId: 'cus', stripeSubscriptionId: 'sub', interval: 'month' },
  ...{ amountMinor: 1_000, feeCoverMinor: 0, currency: 'EUR' },
  ...{ currentPeriodStart: day, currentPeriodEnd: day, cancelAt: null, cancelRequestedAt: null },
  ...{ cancelReason: null, pastDueSince: null, openInvoiceId: null, openAmountMinor: null },
  ...{ paymentTrouble: null, paymentAttempts: 0, nextAttemptAt: null, cardBrand: null },
  ...{ cardLast4: null, cardExpMonth: null, cardExpYear: null, pausedUntil: null },
  ...{ stripeScheduleId: null, nextTierId: null, nextAmountMinor: null, nextInterval: null },
  ...{ nextChangeAt: null, discountPercent: null, discountMinor: null, discountUntil: null },
  ...{ discountDuration: null, offerId: null, remindedOfCharge: null, paidUntil: day },
  ...{ returnedUntil: null, revision: 1, startedAt: day, endedAt: null, endedBecause: null },
  ...{ checkoutId: null, checkoutUrl: null, checkoutExpiresAt: null, attemptKey: null },
  ...{ browserHash: null, isAnonymous: false, isAmountShown: false, displayName: null },
  ...{ hiddenFromWallAt: null, note: null, locale: 'en', country: null, returnTo: null },
  ...{ articleId: null, askId: null, askVariant: null, campaignId: null, referrerHost: null },
  ...{ utmSource: null, utmMedium: null, utmCampaign: null, utmTerm: null, utmContent: null },
  createdAt: day,
};
const ended = { ...active, status: 'canceled' as const, endedAt: day };
const end = { action: 'ended' as const, asked: null };

it('an end that was asked for is the act’s, one that failed payments brought is not', () => {
  const asked = { ...ended, endedBecause: 'cancellation_requested' };
  expect(effectOf(end, active, asked)?.after).toEqual({
    ...{ endsAt: day.toISOString(), hasEnded: true },
  });
  expect(effectOf(end, active, { ...ended, endedBecause: 'payment_failed' })).toBeNull();
});

it('what was so before is nobody’s act now', () => {
  const waiting = { ...active, cancelAt: day };
  expect(effectOf(end, active, waiting)?.after).toMatchObject({ hasEnded: false });
  expect(effectOf(end, waiting, waiting)).toBeNull();
  const asPlanned = { ...ended, endedBecause: 'cancellation_requested', cancelAt: day };
  expect(effectOf(end, waiting, asPlanned)).toBeNull();
  const sooner = { ...asPlanned, endedAt: new Date(day.getTime() - 1) };
  expect(effectOf(end, waiting, sooner)?.after).toMatchObject({ hasEnded: true });
  const asked = {
    ...{ tierId: 't', tier: 'friend', amountMinor: 1_000, feeCoverMinor: 0 },
    interval: 'month' as const,
  };
  expect(effectOf({ action: 'changed', asked }, active, { ...active, revision: 2 })).toBeNull();
});

it('the end of a membership does not count as the end of its pause, nor of its cancellation', () => {
  const paused = { ...active, status: 'paused' as const, pausedUntil: day };
  expect(effectOf({ action: 'resumed', asked: null }, paused, active)).not.toBeNull();
  expect(effectOf({ action: 'resumed', asked: null }, paused, ended)).toBeNull();
  const waiting = { ...active, cancelAt: day };
  expect(effectOf({ action: 'continued', asked: null }, waiting, active)).not.toBeNull();
  expect(effectOf({ action: 'continued', asked: null }, waiting, ended)).toBeNull();
});
