import { formatDay, formatInstant } from '../../kernel/format.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import type { MonthKey } from '../../domain/reports/report-month.ts';
import { useLocale } from '../use-locale.ts';
import { useZone } from './zone.ts';

/** "November 2026", «листопад 2026». */
export function monthName(
  month: MonthKey,
  locale: Locale,
  form: 'long' | 'short' = 'long',
): string {
  const name = new Intl.DateTimeFormat(intlTags[locale], { month: form, timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  return `${name} ${month.slice(0, 4)}`;
}

/** "Nov": for the foot of a chart. */
export function shortMonth(month: MonthKey, locale: Locale): string {
  return new Intl.DateTimeFormat(intlTags[locale], { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace('.', '');
}

/** An instant in the newsroom's zone, which the reader's own never replaces: reports are told in it. */
export function At({ instant, form = 'instant' }: { instant: Date; form?: 'instant' | 'day' }) {
  const { locale } = useLocale();
  const zone = useZone();
  const text =
    form === 'day' ? shortDay(instant, locale, zone) : formatInstant(instant, locale, zone);
  return (
    <time className="nowrap" dateTime={instant.toISOString()}>
      {text}
    </time>
  );
}

/** "22 Nov 2026": as {@link formatInstant} writes the day. */
function shortDay(instant: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(intlTags[locale], { dateStyle: 'medium', timeZone }).format(
    instant,
  );
}

/** {@link At} as plain text, for a sentence. */
export function useDates(): {
  day: (instant: Date) => string;
  /** For a sentence in which instants stand as well. */
  shortDay: (instant: Date) => string;
  instant: (instant: Date) => string;
} {
  const { locale } = useLocale();
  const zone = useZone();
  return {
    day: (instant) => formatDay(instant, locale, zone),
    shortDay: (instant) => shortDay(instant, locale, zone),
    instant: (instant) => formatInstant(instant, locale, zone),
  };
}
