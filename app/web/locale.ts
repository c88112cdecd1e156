import { type Locale, localeOfPath } from '../kernel/locale.ts';

/** The language of a page, from its address alone, so that a page is the same for everyone who asks. */
export function localeOf(request: Request): Locale {
  return localeOfPath(new URL(request.url).pathname);
}
