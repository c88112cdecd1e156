import { formatClock, formatShortDay } from './time-formats.ts';
import { formatDay, formatInstant } from '../../kernel/format.ts';
import { useTimeZone } from '../layout/use-site.ts';
import { useLocale } from '../use-locale.ts';

/**
 * An instant, printed in the newsroom's zone so that a page is the same for everyone;
 * the page's script puts it into the reader's own (`data-local` names the form).
 */
export function LocalTime({
  instant,
  timeZone,
  form = 'instant',
}: {
  /** ISO 8601. */
  instant: string;
  /** The newsroom's; known by itself inside the site's layout. */
  timeZone?: string;
  form?: 'instant' | 'day' | 'short-day' | 'clock';
}) {
  const { locale } = useLocale();
  const siteZone = useTimeZone();
  const date = new Date(instant);
  const forms = {
    instant: formatInstant,
    day: formatDay,
    'short-day': formatShortDay,
    clock: formatClock,
  };
  return (
    <time dateTime={instant} data-local={form}>
      {forms[form](date, locale, timeZone ?? siteZone)}
    </time>
  );
}
