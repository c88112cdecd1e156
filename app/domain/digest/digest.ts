import { instantAt } from '../../kernel/dates.ts';
import type { Money } from '../../kernel/money.ts';
import type { SettledIncome } from '../reports/income.ts';
import { startOfBucket } from '../reports/recurring/buckets.ts';
import { type Day, type DaySpan, type ReportRange, shiftDay } from '../reports/report-range.ts';
import type { Count } from '../reports/count.ts';
import type { ArticleSupport, RecurringRevenue } from '../reports/supporter-report.ts';

/** The hour of Monday, in the newsroom's time zone, at which the digest of the week before goes out. */
export const digestTime = '07:00';

/** A week of the newsroom, Monday to Sunday, and when it is told of. */
export interface DigestWeek extends DaySpan {
  readonly tellAt: Date;
}

/** The last week that is to be told of on a day, whether its hour has come or not. */
export function digestWeekOn(today: Day, timeZone: string): DigestWeek {
  const monday = startOfBucket(today, 'week');
  return {
    from: shiftDay(monday, -7),
    to: shiftDay(monday, -1),
    tellAt: instantAt(monday, digestTime, timeZone),
  };
}

/** The week after. */
export function weekAfter({ from, to }: DaySpan, timeZone: string): DigestWeek {
  return {
    from: shiftDay(from, 7),
    to: shiftDay(to, 7),
    tellAt: instantAt(shiftDay(to, 8), digestTime, timeZone),
  };
}

/** A mail's subject: whom it goes to, and the Monday of the week that it tells of. */
export function digestSubject(supporterId: string, monday: Day): string {
  return `${supporterId}@${monday}`;
}

/** Null when it is no subject of a digest. */
export function readDigestSubject(text: string): { supporterId: string; monday: Day } | null {
  const [, supporterId, monday] = /^([0-9a-f-]{36})@(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  return supporterId && monday ? { supporterId, monday } : null;
}

export interface OpenDispute {
  readonly id: string;
  readonly amount: Money | null;
  /** Null: Stripe has not said by when. */
  readonly dueAt: Date | null;
}

/** What the staff are told of a week. The figures are the overview's of the same days. */
export interface WeeklyDigest {
  readonly range: ReportRange;
  readonly settled: readonly SettledIncome[];
  readonly recurring: readonly RecurringRevenue[];
  readonly patrons: Count;
  readonly begun: Count;
  readonly ended: Count;
  readonly articles: readonly ArticleSupport[];
  /** What stands when the mail is written, not in that week. */
  readonly failedPayments: number;
  /** The most urgent first. */
  readonly disputes: readonly OpenDispute[];
  /** Of all of them, those that are shown included. */
  readonly disputeCount: number;
}
