import { EUR_MILLIONTHS } from './money/rates.ts';
import type { MoneyRules } from './money/settlement.ts';

/** Choices about the pretended Stripe account. */
export interface Settings {
  account: { id: string; name: string; country: string; email: string };
  money: MoneyRules;
  /** Where the hosted pages are reached; their links are made from it. */
  publicUrl: string;
  /** A renewal's invoice stays a draft for so long (Stripe: about an hour). */
  draftSeconds: number;
  /** From a successful charge to its balance transaction; 0 posts it within the same request. */
  balanceDelaySeconds: number;
  /** From a bank debit to its success or failure (Stripe's test mode: minutes). */
  debitSettlesAfterSeconds: number;
  /** From a payment with the dispute card to its dispute. */
  disputeOpensAfterSeconds: number;
  /** Days between the attempts on a failed renewal. */
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

export type SettingsOption = Partial<Omit<Settings, 'account' | 'money'>> & {
  account?: Partial<Settings['account']>;
  money?: Partial<MoneyRules>;
};

const DAY = 86_400;

export function resolveSettings(option: SettingsOption = {}): Settings {
  return {
    publicUrl: 'http://127.0.0.1:4100',
    draftSeconds: 3600,
    balanceDelaySeconds: 1,
    debitSettlesAfterSeconds: 180,
    disputeOpensAfterSeconds: 2,
    retryDays: [3, 5, 7, 7],
    afterRetries: 'cancel',
    eventRetentionSeconds: 30 * DAY,
    eventsFrom: 0,
    bulk: false,
    ...option,
    account: {
      id: 'acct_1SandboxMasthead00',
      name: 'The Masthead Sandbox',
      country: 'IE',
      email: 'owner@example.org',
      ...option.account,
    },
    money: {
      settlementCurrency: 'eur',
      rates: EUR_MILLIONTHS,
      fees: {
        domestic: { rate: 150, fixed: 25 },
        international: { rate: 290, fixed: 25 },
        bankDebit: { rate: 0, fixed: 35 },
        conversionRate: 200,
        dispute: 1500,
      },
      ...option.money,
    },
  };
}
