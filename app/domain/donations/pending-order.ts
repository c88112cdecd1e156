import { addMs } from '../../kernel/dates.ts';
import type { Money } from '../../kernel/money.ts';
import { feeCover } from './fee-cover.ts';
import { checkoutOpenMs } from './order-urls.ts';
import type { StartGiftInput } from './start-gift.ts';

/** What is charged: the gift, and the fee's cover when it is wanted. */
export function totalOf(input: Pick<StartGiftInput, 'amount' | 'coversFee'>): Money {
  return input.coversFee ? feeCover(input.amount).total : input.amount;
}

/** The columns that a donation and a membership begin with alike. */
export function pendingColumns(input: StartGiftInput, now: Date) {
  const total = totalOf(input);
  return {
    status: 'pending' as const,
    supporterId: input.supporter?.id ?? null,
    amountMinor: total.amountMinor,
    feeCoverMinor: total.amountMinor - input.amount.amountMinor,
    currency: total.currency,
    attemptKey: input.attemptKey,
    browserHash: input.browserHash,
    isAnonymous: input.isAnonymous,
    isAmountShown: input.isAmountShown,
    displayName: input.displayName,
    note: input.note,
    locale: input.locale,
    country: input.country,
    returnTo: input.returnTo,
    ...input.attribution,
    // Whole seconds: Stripe is told the expiry in seconds, and a repeated call must say the same.
    createdAt: new Date(Math.floor(now.getTime() / 1_000) * 1_000),
  };
}

interface EarlierOrder {
  readonly status: string;
  readonly createdAt: Date;
  readonly browserHash: string | null;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Is a row with the same attempt key this very gift, clicked twice, rather than a changed mind? */
export function isSameAttempt(
  earlier: EarlierOrder,
  now: Pick<EarlierOrder, 'browserHash' | 'amountMinor' | 'currency'>,
  at: Date,
): boolean {
  const isOver = ['failed', 'expired', 'incomplete_expired', 'canceled'].includes(earlier.status);
  const isStale = earlier.status === 'pending' && addMs(earlier.createdAt, checkoutOpenMs) <= at;
  return (
    !isOver &&
    !isStale &&
    earlier.browserHash === now.browserHash &&
    earlier.amountMinor === now.amountMinor &&
    earlier.currency === now.currency
  );
}
