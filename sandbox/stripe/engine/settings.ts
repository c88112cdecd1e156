import { EUR_MILLIONTHS } from './money/rates.ts';
import type { MoneyRules } from './money/settlement.ts';

/** Choices about the pretended Stripe account. */
export interface Settings {
  /** `name` is what supporters read on Stripe's pages and on their card statements. */
  account: { id: string; name: string; country: string; email: string };
  money: MoneyRules;
  /** Where the hosted pages are reached; their links are made from it. */
  publicUrl: string;
  /** A renewal's invoice stays a draft for so long (Stripe: about an hour). */
  draftSeconds: number;
  /** From a successful charge to its balance transaction; 0 posts it within the same request. */
  balanceDelaySeconds: number;
  payouts: PayoutSettings;
  /** From the refund of a bank debit, or one with a test card for it, to its success or failure. */
  refundSettlesAfterSeconds: number;
  /** From a bank debit to its success or failure (Stripe's test mode: minutes). */
  debitSettlesAfterSeconds: number;
  /** From a payment with the dispute card to its dispute. */
  disputeOpensAfterSeconds: number;
  /** `invoice.upcoming` comes so many days before a renewal (Stripe's choices: 3, 7, 15, 30, 45). */
  upcomingDays: number;
  /** From advancing a test clock until it is ready. */
  clockAdvanceSeconds: number;
  /** Days between the attempts on a failed renewal (Smart Retries: up to 8 in 2 weeks). */
  retryDays: number[];
  /** What becomes of a membership when all retries have failed. */
  afterRetries: 'cancel' | 'past_due' | 'unpaid';
  /** How long events are kept (Stripe: 30 days). */
  eventRetentionSeconds: number;
  /** No events are made before this moment: for building years of history quickly. */
  eventsFrom: number;
  /** Makes `previous_attributes`, copies and freezes thoroughly; off only for bulk loading. */
  bulk: boolean;
}

/** When money leaves for the bank (https://docs.stripe.com/payouts#payout-schedule). */
export interface PayoutSettings {
  /** `daily`: by themselves at midnight UTC; `manual`: only when asked for. */
  schedule: 'daily' | 'manual';
  /** Days from a charge until its money can be paid out. */
  delayDays: number;
  /** Days from a payout until the bank has it. */
  arrivalDays: number;
  /** From an automatic payout until the transactions in it can be listed. */
  reconciledAfterSeconds: number;
}

export type SettingsOption = Partial<Omit<Settings, 'account' | 'money' | 'payouts'>> & {
  account?: Partial<Settings['account']>;
  payouts?: Partial<PayoutSettings>;
  money?: Partial<MoneyRules>;
};

const DAY = 86_400;

export function resolveSettings(option: SettingsOption = {}): Settings {
  return {
    publicUrl: 'http://127.0.0.1:4100',
    draftSeconds: 3600,
    balanceDelaySeconds: 1,
    refundSettlesAfterSeconds: 180,
    debitSettlesAfterSeconds: 180,
    disputeOpensAfterSeconds: 2,
    upcomingDays: 7,
    clockAdvanceSeconds: 1,
    retryDays: [1, 1, 2, 2, 2, 2, 2, 2],
    afterRetries: 'cancel',
    eventRetentionSeconds: 30 * DAY,
    eventsFrom: 0,
    bulk: false,
    ...option,
    account: {
      id: 'acct_1SandboxMasthead00',
      name: 'Your newsroom',
      country: 'IE',
      email: 'owner@example.org',
      ...option.account,
    },
    payouts: {
      schedule: 'daily',
      delayDays: 3,
      arrivalDays: 2,
      reconciledAfterSeconds: 3600,
      ...option.payouts,
    },
    money: {
      settlementCurrency: 'eur',
      alsoSettles: [],
      rates: EUR_MILLIONTHS,
      fees: {
        domestic: { rate: 150, fixed: 25 },
        international: { rate: 290, fixed: 25 },
        bankDebit: { rate: 0, fixed: 35 },
        conversionRate: 200,
        dispute: 1500,
        disputeReturnedWhenWon: false,
      },
      ...option.money,
    },
  };
}
