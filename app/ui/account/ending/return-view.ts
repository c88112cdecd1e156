import type { FormerMembership } from '../../../domain/memberships/ending/former-membership.ts';
import type { GivingCurrency } from '../../../kernel/currencies.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';

/** A membership that was; instants as ISO 8601. */
export interface FormerView {
  readonly id: string;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly amount: Money;
  readonly interval: Interval;
  readonly startedAt: string;
  readonly endedAt: string;
}

/** The last membership, as the join form takes it. */
export interface WayBackView {
  readonly tierSlug: string;
  readonly frequency: 'monthly' | 'yearly';
  readonly interval: Interval;
  readonly amount: Money;
  readonly currency: GivingCurrency;
  /** As the amount field takes it. */
  readonly ownAmount: string;
}

export interface ReturnView {
  /** The last first. */
  readonly former: readonly FormerView[];
  readonly back: WayBackView | null;
}

export function toFormerView(former: FormerMembership): FormerView {
  const { id, tierName, amount, interval, startedAt, endedAt } = former;
  return {
    ...{ id, tierName, amount, interval },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
  };
}

/** The query of the join page that fills the same in. */
export function joinQuery(back: WayBackView): string {
  return new URLSearchParams({
    tier: back.tierSlug,
    frequency: back.frequency,
    currency: back.currency,
    amount: back.ownAmount,
  }).toString();
}
