import type { Day, DaySpan, ReportRange } from '../../../domain/reports/report-range.ts';
import { wholeMonth } from '../../../domain/reports/report-range.ts';
import { type Locale, intlTags } from '../../../kernel/locale.ts';
import { monthName, shortMonth } from '../dates.tsx';

/** "23 Nov 2026": a day of the newsroom's calendar, whatever the zone. */
export function dayName(day: Day, locale: Locale): string {
  return new Intl.DateTimeFormat(intlTags[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** What stands at the foot of a column: "23 Nov"; of months "Nov", and of a January its year. */
export function footLabel(day: Day, unit: ReportRange['unit'], locale: Locale): string {
  if (unit !== 'month') return shortDay(day, locale);
  const month = day.slice(0, 7);
  return month.endsWith('-01') ? month.slice(0, 4) : shortMonth(month, locale);
}

function shortDay(day: Day, locale: Locale): string {
  return new Intl.DateTimeFormat(intlTags[locale], {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** A column of a chart: its day, its month, or its days. */
export function stepName({ from, to }: DaySpan, unit: ReportRange['unit'], locale: Locale): string {
  const month = from.slice(0, 7);
  if (unit === 'month' && from === `${month}-01` && to === wholeMonth(month).to) {
    return monthName(month, locale);
  }
  return from === to ? dayName(from, locale) : `${dayName(from, locale)} – ${dayName(to, locale)}`;
}
