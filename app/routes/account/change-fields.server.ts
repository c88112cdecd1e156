import {
  type GivingFields,
  type GivingProblems,
  readGivingChoice,
} from '../../domain/asks/giving-form.ts';
import type {
  RequestedTerms,
  TermsProblem,
} from '../../domain/memberships/changes/membership-change.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import { type AmountRules, intervalOf } from '../../kernel/giving-amounts.ts';
import { inMajorUnits } from '../giving/join-page.server.ts';

/** The fields of the form as typed; the preview's address carries the same. */
export interface ChangeFields {
  readonly tier: string;
  readonly frequency: 'monthly' | 'yearly';
  readonly ownAmount: string;
  readonly coversFee: boolean;
}

/** Reads the fields out of a form or an address: what no page of ours sends falls back. */
export function readChangeFields(read: (name: string) => string | null): ChangeFields {
  return {
    tier: (read('tier') ?? '').slice(0, 80),
    frequency: read('frequency') === 'yearly' ? 'yearly' : 'monthly',
    ownAmount: (read('ownAmount') ?? '').slice(0, 40),
    coversFee: read('coversFee') === 'yes',
  };
}

export function toQuery({ tier, frequency, ownAmount, coversFee }: ChangeFields): string {
  return new URLSearchParams({
    ...{ tier, frequency, ownAmount },
    ...(coversFee ? { coversFee: 'yes' } : {}),
  }).toString();
}

export function toGivingFields(fields: ChangeFields, currency: GivingCurrency): GivingFields {
  const { frequency, ownAmount, coversFee } = fields;
  return {
    ...{ frequency, currency, ownAmount, coversFee },
    presets: { once: '', monthly: '', yearly: '' },
    ...{ displayName: '', isAnonymous: false, isAmountShown: false, note: '' },
  };
}

/** What is asked for; an empty amount means the tier's own minimum. */
export function toRequested(
  fields: ChangeFields,
  currency: GivingCurrency,
  tiers: readonly TierView[],
  rules: AmountRules,
): { ok: true; value: RequestedTerms } | { ok: false; problems: GivingProblems } {
  const interval = intervalOf(fields.frequency);
  const tier = tiers.find(({ slug }) => slug === fields.tier);
  const typed = toGivingFields(fields, currency);
  const minimum = tier?.minimums[currency][interval];
  const filled =
    fields.ownAmount.trim() === '' && minimum
      ? { ...typed, ownAmount: inMajorUnits(minimum) }
      : typed;
  const { frequency } = fields;
  const choice = readGivingChoice(filled, { frequency, currency, rules });
  if (!choice.ok) return choice;
  const { amount, coversFee } = choice.value;
  return { ok: true, value: { tierSlug: fields.tier, amount, coversFee, interval } };
}

/** Problems that the amount's own field shows, and those that are of the whole form. */
export function problemsOf(reason: TermsProblem): {
  problems: GivingProblems;
  formProblem: Exclude<TermsProblem, 'amount_too_low' | 'amount_too_high'> | null;
} {
  return reason === 'amount_too_low' || reason === 'amount_too_high'
    ? { problems: { amount: reason }, formProblem: null }
    : { problems: {}, formProblem: reason };
}

const termsProblems: readonly string[] = [
  'tier_unknown',
  'amount_too_low',
  'amount_too_high',
  'below_tier_minimum',
  'other_currency',
  'nothing_changes',
] satisfies TermsProblem[];

export function isTermsProblem(reason: string): reason is TermsProblem {
  return termsProblems.includes(reason);
}
