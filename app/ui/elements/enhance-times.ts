import { type Locale, intlTags, localeOfPath } from '../../kernel/locale.ts';

const forms: Record<string, Intl.DateTimeFormatOptions> = {
  instant: { dateStyle: 'medium', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  'short-day': { day: 'numeric', month: 'short' },
  clock: { timeStyle: 'short' },
};

/** Puts every `<time data-local>` into the reader's own time zone. Without the script they stand in the newsroom's. */
export function localiseTimes(page: Document): void {
  const locale: Locale = localeOfPath(page.location.pathname);
  for (const element of page.querySelectorAll<HTMLTimeElement>('time[data-local]')) {
    const form = forms[element.dataset['local'] ?? ''];
    const instant = new Date(element.dateTime);
    if (!form || Number.isNaN(instant.getTime())) continue;
    const text = new Intl.DateTimeFormat(intlTags[locale], form).format(instant);
    if (element.textContent !== text) element.textContent = text;
  }
}
