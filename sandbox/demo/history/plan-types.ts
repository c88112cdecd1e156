import type { AskRules } from '../../../app/domain/asks/ask.ts';
import type { Attribution } from '../../../app/domain/ports/attribution.ts';
import type { GivingCurrency } from '../../../app/kernel/currencies.ts';
import type { Interval } from '../../../app/kernel/giving-amounts.ts';
import type { Locale } from '../../../app/kernel/locale.ts';

/** What a plan has to know of the newsroom's content: what gifts can be credited to. */
export interface PlanContent {
  readonly articles: readonly PlannedArticle[];
  /** In their order. */
  readonly asks: readonly PlannedAsk[];
  readonly tiers: readonly PlannedTier[];
  readonly campaign: {
    readonly id: string;
    readonly slug: string;
    readonly startedDaysAgo: number;
  };
}

export interface PlannedAsk {
  readonly id: string;
  readonly rules: AskRules;
  /** When two variants of it were tested. */
  readonly test: { readonly startedDaysAgo: number; readonly endedDaysAgo: number } | null;
}

export interface PlannedArticle {
  readonly id: string;
  readonly path: string;
  readonly language: Locale;
  readonly sectionSlug: string;
  readonly tags: readonly string[];
  readonly isSensitive: boolean;
  readonly publishedDaysAgo: number;
}

export interface PlannedTier {
  readonly slug: string;
  readonly rank: number;
  readonly minimumMinor: Readonly<Record<GivingCurrency, Readonly<Record<Interval, number>>>>;
}

/** A person who gives, or tries to. */
export interface PlannedSupporter {
  /** Nobody else's. */
  readonly email: string;
  readonly name: string;
  readonly country: string;
  readonly locale: Locale;
  readonly currency: GivingCurrency;
  readonly hoursAhead: number;
  readonly card: string;
}

/** A form that was posted, and what came of it on Stripe's page. */
export interface PlannedOrder {
  readonly id: string;
  readonly kind: 'donation' | 'membership';
  readonly supporter: PlannedSupporter;
  /** When the form was posted. */
  readonly at: Date;
  /** When the payment was made; null = they left Stripe's page without paying. */
  readonly paidAt: Date | null;
  readonly currency: GivingCurrency;
  /** What is charged, fee cover included. */
  readonly amountMinor: number;
  readonly feeCoverMinor: number;
  /** Null = once. */
  readonly interval: Interval | null;
  readonly tierSlug: string | null;
  readonly card: string;
  /** Signed in, and so the customer that Stripe knew before; otherwise a new one. */
  readonly isSignedIn: boolean;
  readonly isAnonymous: boolean;
  readonly isAmountShown: boolean;
  readonly displayName: string | null;
  readonly note: string | null;
  readonly returnTo: string | null;
  readonly attribution: Attribution;
}

/** One thing that somebody does, in the order of time. Renewals happen by themselves. */
export type PlannedStep =
  | { readonly kind: 'open_checkout'; readonly at: Date; readonly order: PlannedOrder }
  | { readonly kind: 'pay'; readonly at: Date; readonly order: PlannedOrder }
  /** From now on the bank declines the membership's renewals. */
  | { readonly kind: 'card_stops_working'; readonly at: Date; readonly orderId: string }
  /** A new card, which pays what is owed at once. */
  | {
      readonly kind: 'card_is_repaired';
      readonly at: Date;
      readonly orderId: string;
      readonly card: string;
    }
  | { readonly kind: 'schedule_cancellation'; readonly at: Date; readonly orderId: string }
  | {
      readonly kind: 'refund';
      readonly at: Date;
      readonly orderId: string;
      /** Of the order's latest payment, in hundredths. */
      readonly percent: number;
    };

export interface Plan {
  readonly seed: number;
  /** The moment up to which the history reaches; everything is dated relative to it. */
  readonly now: Date;
  readonly orders: readonly PlannedOrder[];
  /** Oldest first, none after `now`. */
  readonly steps: readonly PlannedStep[];
}
