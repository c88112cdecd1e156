import type { Money } from '../../kernel/money.ts';

/** A fundraising drive, as its page shows it. */
export interface CampaignView {
  readonly id: string;
  readonly slug: string;
  readonly title: { en: string; uk: string };
  readonly description: { en: string; uk: string };
  readonly goal: Money;
  /** Paid minus returned, in the campaign's currency only. Never below nothing. */
  readonly raised: Money;
  /** Whole per cent of the goal, not capped. */
  readonly percent: number;
  readonly stage: CampaignStage;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type CampaignStage = 'coming' | 'running' | 'over';

/** `startsAt` is included, `endsAt` is not. */
export function campaignStage(span: { startsAt: Date; endsAt: Date }, now: Date): CampaignStage {
  if (now < span.startsAt) return 'coming';
  return now < span.endsAt ? 'running' : 'over';
}

/** Whole per cent of a goal, rounded down: a goal is reached when it is reached. */
export function percentOf(raised: Money, goal: Money): number {
  if (goal.amountMinor <= 0) return 100;
  return Math.floor((raised.amountMinor * 100) / goal.amountMinor);
}
