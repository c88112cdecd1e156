import type { CurrencyCode } from '../../kernel/currencies.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { Count } from './count.ts';
import type { ChargedIncome, SettledIncome, WaitingIncome } from './income.ts';
import type { Failures } from './recurring/recurring-report.ts';
import type { Movements } from './recurring-revenue.ts';
import type { GiftSize } from './overview/read-gift-sizes.server.ts';
import type { DaySpan, ReportRange } from './report-range.ts';

/** Recurring revenue in one currency. start + movements = end. */
export interface RecurringRevenue {
  readonly currency: CurrencyCode;
  /** Monthly minor units when the range began. */
  readonly start: number;
  readonly end: number;
  /** At the end of the stretch that the range is compared with. */
  readonly before: number;
  /** Memberships that count at the end. */
  readonly memberships: number;
  readonly movements: Movements;
}

/** One column of the chart, in minor units of its settlement currency. */
export interface IncomeStep extends DaySpan {
  readonly once: number;
  readonly recurring: number;
  readonly net: number;
}

export interface IncomeHistory {
  readonly currency: CurrencyCode;
  /** The oldest first; every step is there, the empty ones too. */
  readonly steps: readonly IncomeStep[];
}

export interface ArticleSupport {
  readonly articleId: string;
  readonly headline: string;
  /** Without language prefix. */
  readonly path: string;
  readonly language: 'en' | 'uk';
  /** Charges. */
  readonly gifts: number;
  /** Before fees, less refunds and disputes; one for each settlement currency. */
  readonly support: readonly Money[];
}

export interface NewSupporter {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
  readonly firstGift: Money;
  /** Null: given once. */
  readonly interval: Interval | null;
  readonly at: Date;
}

/** Sizes of gifts in the range; `before` is null when there were none, or nothing is compared. */
export interface ComparedSize {
  readonly now: GiftSize;
  readonly before: GiftSize | null;
}

/** Everything that the report page and its CSV show. */
export interface SupporterReport {
  readonly timeZone: string;
  readonly range: ReportRange;
  readonly settled: readonly SettledIncome[];
  readonly charged: readonly ChargedIncome[];
  readonly waiting: readonly WaitingIncome[];
  /** People who gave once. */
  readonly donors: Count;
  /** Those of them who had never done so before. */
  readonly newDonors: Count;
  /** People who gave at all, patrons included. */
  readonly givers: Count;
  readonly sizes: readonly ComparedSize[];
  /** At the end of each stretch. */
  readonly patrons: Count;
  readonly begun: Count;
  readonly ended: Count;
  readonly recurring: readonly RecurringRevenue[];
  /** Payments of memberships that failed, and what became of them. */
  readonly failures: Failures;
  readonly history: readonly IncomeHistory[];
  readonly articles: readonly ArticleSupport[];
  readonly newest: readonly NewSupporter[];
}
