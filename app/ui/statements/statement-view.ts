import type { FiscalCalendar } from '../../domain/statements/fiscal-year.ts';
import { fiscalYearOf } from '../../domain/statements/fiscal-year.ts';
import type { DescribedStatement } from '../../domain/statements/statement.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { paidForText, periodText, sumText, yearLabel } from './statement-words.ts';

/** A statement in words, the same on the page and on paper. */
export interface StatementView {
  readonly label: string;
  readonly period: string;
  readonly isRunning: boolean;
  readonly lines: readonly {
    readonly id: string;
    /** ISO 8601. */
    readonly occurredAt: string;
    readonly date: string;
    readonly what: string;
    readonly details: readonly string[];
    readonly amount: string;
  }[];
  /** One for each currency. */
  readonly totals: readonly {
    readonly currency: string;
    readonly paid: string;
    readonly returned: string;
    readonly kept: string;
  }[];
}

export function statementView(
  t: Translate,
  input: {
    readonly statement: DescribedStatement;
    readonly calendar: FiscalCalendar;
    readonly locale: Locale;
    readonly now: Date;
  },
): StatementView {
  const { statement, calendar, locale } = input;
  return {
    label: yearLabel(statement.year, calendar.startMonth),
    period: periodText(statement.year, calendar.startMonth, locale),
    isRunning: fiscalYearOf(input.now, calendar) <= statement.year,
    lines: statement.lines.map((line) => ({
      id: line.id,
      occurredAt: line.occurredAt.toISOString(),
      date: formatDay(line.occurredAt, locale, calendar.timeZone),
      what:
        line.kind === 'charge'
          ? paidForText(t, line.paidFor, locale)
          : t(`account.payments.${line.kind}`),
      details: [
        line.number === null ? '' : t('statements.number', { number: line.number }),
        line.returnedLater
          ? t('statements.returnedLater', { amount: sumText(line.returnedLater, locale) })
          : '',
      ].filter((detail) => detail !== ''),
      amount: sumText(line.amount, locale),
    })),
    totals: statement.totals.map(({ currency, paid, returned, kept }) => ({
      currency,
      paid: sumText(paid, locale),
      returned: sumText(returned, locale),
      kept: sumText(kept, locale),
    })),
  };
}
