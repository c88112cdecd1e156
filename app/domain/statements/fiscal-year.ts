/** How a newsroom counts its years. */
export interface FiscalCalendar {
  /** 1 (January) to 12. */
  readonly startMonth: number;
  /** An IANA name: years begin at midnight there. */
  readonly timeZone: string;
}

/** The fiscal year that an instant lies in, named by the calendar year in which it begins. */
export function fiscalYearOf(instant: Date, { startMonth, timeZone }: FiscalCalendar): number {
  const { year, month } = monthThere(instant, timeZone);
  return month < startMonth ? year - 1 : year;
}

export interface MonthOfYear {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** The first and the last month of a fiscal year. */
export function monthsOf(
  fiscalYear: number,
  startMonth: number,
): { readonly first: MonthOfYear; readonly last: MonthOfYear } {
  return {
    first: { year: fiscalYear, month: startMonth },
    last:
      startMonth === 1
        ? { year: fiscalYear, month: 12 }
        : { year: fiscalYear + 1, month: startMonth - 1 },
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function monthThere(instant: Date, timeZone: string): MonthOfYear {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  const parts = formatter.formatToParts(instant);
  const part = (type: 'year' | 'month') =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return { year: part('year'), month: part('month') };
}
