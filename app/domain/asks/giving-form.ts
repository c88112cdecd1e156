import { type GivingCurrency, minorPerMajor } from '../../kernel/currencies.ts';
import {
  type AmountRule,
  type AmountRules,
  type Frequency,
  amountProblem,
  frequencies,
} from '../../kernel/giving-amounts.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Money, money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import { publicNameLimit, tidyPublicName } from '../supporters/public-name.ts';

/** What a posted giving form holds, all of it as typed. Missing fields are empty. */
export interface GivingFields {
  readonly frequency: string;
  readonly currency: string;
  /** The chosen suggestion of each frequency, in major units; only the chosen frequency's counts. */
  readonly presets: Readonly<Record<Frequency, string>>;
  readonly ownAmount: string;
  readonly coversFee: boolean;
  readonly displayName: string;
  readonly isAnonymous: boolean;
  readonly isAmountShown: boolean;
  readonly note: string;
}

/** What is wrong with a form, by field. */
export interface GivingProblems {
  readonly amount?:
    'amount_missing' | 'amount_unreadable' | 'amount_too_low' | 'amount_too_high' | 'currency_gone';
  readonly displayName?: 'too_long';
  readonly note?: 'too_long';
}
export type GivingField = keyof GivingProblems;

/** A form that holds a gift. */
export interface GivingChoice {
  readonly frequency: Frequency;
  /** The gift itself, the fee cover not included. */
  readonly amount: Money;
  readonly coversFee: boolean;
  readonly displayName: string | null;
  readonly isAnonymous: boolean;
  /** May the thank-you wall say how much? */
  readonly isAmountShown: boolean;
  readonly note: string | null;
}

/** Everything that a giving form needs to be drawn. Plain data, the same for every anonymous reader. */
export interface GivingFormView {
  readonly rules: AmountRules;
  readonly currency: GivingCurrency;
  /** What the chooser offers. */
  readonly currencies: readonly GivingCurrency[];
  readonly frequency: Frequency;
  readonly articleSlug: string | null;
  readonly askId: string | null;
  /** Of a test, when a form that a script had marked comes back. */
  readonly askVariant: string | null;
  readonly campaignSlug: string | null;
  /** Host of another site whose link led to the form; null when unknown. */
  readonly referrerHost: string | null;
  /** What was typed before, when the form comes back. */
  readonly typed: GivingFields | null;
  readonly problems: GivingProblems;
}

export const displayNameLimit = publicNameLimit;
export const noteLimit = 500;

/** The currency that a page begins with: hryvnia, if it is offered, for readers of Ukrainian, else the newsroom's own. */
export function firstCurrency(
  locale: Locale,
  newsroom: {
    readonly defaultCurrency: GivingCurrency;
    readonly currencies: readonly GivingCurrency[];
  },
): GivingCurrency {
  return locale === 'uk' && newsroom.currencies.includes('UAH') ? 'UAH' : newsroom.defaultCurrency;
}

export function isFrequency(value: unknown): value is Frequency {
  return typeof value === 'string' && (frequencies as readonly string[]).includes(value);
}

/**
 * Reads a gift out of a form. An own amount wins whenever one was typed: the form shows it that way,
 * and it works without a script.
 */
export function readGivingChoice(
  fields: GivingFields,
  known: {
    readonly frequency: Frequency;
    readonly currency: GivingCurrency;
    readonly rules: AmountRules;
    /** It was filled in for a currency that is not offered any more. */
    readonly isCurrencyGone?: boolean;
  },
): { ok: true; value: GivingChoice } | { ok: false; problems: GivingProblems } {
  const { frequency, currency, rules } = known;
  const typed = fields.ownAmount.trim() === '' ? fields.presets[frequency] : fields.ownAmount;
  const parsed = parseAmount(typed, currency);
  const amountFault = parsed.ok
    ? amountProblem(rules, { amountMinor: parsed.value.amountMinor, currency }, frequency)
    : parsed.reason;
  const displayName = tidyPublicName(fields.displayName);
  const note = fields.note.trim();
  const problems: GivingProblems = {
    ...(known.isCurrencyGone
      ? { amount: 'currency_gone' as const }
      : amountFault
        ? { amount: amountFault }
        : {}),
    ...(displayName.length > displayNameLimit ? { displayName: 'too_long' } : {}),
    ...(note.length > noteLimit ? { note: 'too_long' } : {}),
  };
  if (!parsed.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      frequency,
      amount: parsed.value,
      coversFee: fields.coversFee,
      displayName: displayName === '' ? null : displayName,
      isAnonymous: fields.isAnonymous,
      isAmountShown: fields.isAmountShown,
      note: note === '' ? null : note,
    },
  };
}

/** The bounds of a rule as money, to be named in a message. */
export function boundsOf(rule: AmountRule, currency: GivingCurrency): { min: Money; max: Money } {
  const per = minorPerMajor(currency);
  return {
    min: money(Math.ceil(rule.min * per), currency),
    max: money(rule.max * per, currency),
  };
}

/** A form whose amount is chosen beforehand: by a link, or by an order that is begun again. */
export function prefilledFields(
  rules: AmountRules,
  known: { readonly currency: GivingCurrency; readonly frequency: Frequency },
  amount: string,
): GivingFields {
  const of = rules[known.currency];
  const isPreset = of[known.frequency].presets.some((preset) => String(preset) === amount);
  const presets = Object.fromEntries(
    frequencies.map((one) => [one, String(of[one].suggested)]),
  ) as Record<Frequency, string>; // fromEntries forgets which keys it was given
  if (isPreset) presets[known.frequency] = amount;
  return {
    ...known,
    presets,
    ownAmount: isPreset ? '' : amount,
    coversFee: false,
    displayName: '',
    isAnonymous: false,
    isAmountShown: false,
    note: '',
  };
}

/** The rules as they are where tiers ask for more than the least that a currency allows. */
export function raiseMinimums(
  rules: AmountRules,
  currency: GivingCurrency,
  least: { readonly monthly: Money; readonly yearly: Money },
): AmountRules {
  const per = minorPerMajor(currency);
  const raise = (rule: AmountRule, to: Money): AmountRule => ({
    ...rule,
    min: Math.max(rule.min, to.amountMinor / per),
  });
  const of = rules[currency];
  return {
    ...rules,
    [currency]: {
      ...of,
      monthly: raise(of.monthly, least.monthly),
      yearly: raise(of.yearly, least.yearly),
    },
  };
}
