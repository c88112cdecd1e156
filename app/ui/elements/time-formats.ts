import { type Locale, intlTags } from '../../kernel/locale.ts';

/** "22 Nov". */
export function formatShortDay(instant: Date, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(intlTags[locale], {
    day: 'numeric',
    month: 'short',
    timeZone,
  }).format(instant);
}

/** "18:40". */
export function formatClock(instant: Date, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(intlTags[locale], { timeStyle: 'short', timeZone }).format(
    instant,
  );
}
