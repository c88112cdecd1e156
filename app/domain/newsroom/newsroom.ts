import { z } from 'zod';
import { type GivingCurrency, givingCurrencies } from '../../kernel/currencies.ts';
import { type AmountRules, defaultAmountRules, fromMajor } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import { amountRules } from './amount-rules.ts';

type Translated = { readonly en: string; readonly uk: string };

/** Who the newsroom is, and the choices it has made. */
export interface Newsroom {
  /** What readers know it by, in either language. */
  readonly name: Translated;
  readonly tagline: Translated;
  /** What the law wants on a receipt. */
  readonly legalName: string;
  /** Several lines. */
  readonly address: string;
  readonly taxId: string;
  readonly contactEmail: string;
  /** An IANA name: days begin and end by it, in reports and in mails. */
  readonly timeZone: string;
  /** The month, 1 to 12, in which its fiscal year begins: yearly statements follow it. */
  readonly fiscalYearStartMonth: number;
  readonly defaultCurrency: GivingCurrency;
  /** In which readers can begin to give, as choosers list them; the default is one of them. */
  readonly currencies: readonly GivingCurrency[];
  /** Bounds and suggestions: every form and every check on the server reads these. */
  readonly amounts: AmountRules;
  /** A donation of at least `minimums` opens the extras for `days` days. */
  readonly donorPass: {
    readonly minimums: Readonly<Record<GivingCurrency, Money>>;
    readonly days: number;
  };
  /** How many days a failing payment keeps the extras open. */
  readonly graceDays: number;
  /** The newsroom's own words under a receipt: what may be deducted, and who answers questions. */
  readonly receiptNote: Translated;
}

const translated = z.object({ en: z.string().max(1_000), uk: z.string().max(1_000) });
const line = z.string().trim().min(1).max(200);
const translatedLine = z.object({ en: line, uk: line });

/** Each setting as it rests in its row. Amounts are whole major units, as in the amounts table. */
export const newsroomSettings = z.object({
  /** One string is the name in both languages. */
  name: z.union([translatedLine, line.transform((name) => ({ en: name, uk: name }))]),
  tagline: translated,
  legalName: line,
  address: z.string().trim().max(500),
  taxId: z.string().trim().max(100),
  contactEmail: z.email(),
  timeZone: z.string().refine(isTimeZone),
  fiscalYearStartMonth: z.int().min(1).max(12),
  defaultCurrency: z.enum(givingCurrencies),
  currencies: z
    .array(z.enum(givingCurrencies))
    .min(1)
    .refine((all) => new Set(all).size === all.length)
    .readonly(),
  amounts: amountRules,
  donorPassMinimums: z.record(z.enum(givingCurrencies), z.int().positive()),
  donorPassDays: z.int().min(1).max(3_660),
  graceDays: z.int().min(0).max(90),
  receiptNote: translated,
});
export type NewsroomSettings = z.output<typeof newsroomSettings>;

export const defaultNewsroomSettings: NewsroomSettings = {
  name: { en: 'The Newsroom', uk: 'Редакція' },
  tagline: { en: 'News, paid for by its readers', uk: 'Новини, за які платять читачі' },
  legalName: 'The Newsroom',
  address: '',
  taxId: '',
  contactEmail: 'newsroom@example.org',
  timeZone: 'Europe/Kyiv',
  fiscalYearStartMonth: 1,
  defaultCurrency: 'EUR',
  currencies: givingCurrencies,
  amounts: defaultAmountRules,
  donorPassMinimums: {
    EUR: 10,
    USD: 10,
    GBP: 10,
    UAH: 400,
    CAD: 15,
    AUD: 15,
    NZD: 15,
    JPY: 1500,
  },
  donorPassDays: 30,
  graceDays: 14,
  receiptNote: { en: '', uk: '' },
};

export function toNewsroom(settings: NewsroomSettings): Newsroom {
  const { donorPassMinimums, donorPassDays, ...rest } = settings;
  const minimums = Object.fromEntries(
    givingCurrencies.map((currency) => [
      currency,
      fromMajor(donorPassMinimums[currency], currency),
    ]),
  ) as Record<GivingCurrency, Money>;
  const { currencies, defaultCurrency } = rest;
  return {
    ...rest,
    currencies: currencies.includes(defaultCurrency)
      ? currencies
      : [defaultCurrency, ...currencies],
    donorPass: { minimums, days: donorPassDays },
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
