/** The languages that the interface speaks. */
export const locales = ['en', 'uk'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (locales as readonly string[]).includes(value);
}

/** The language of a page is the first segment of its path: `/uk/...` is Ukrainian, all else English. */
export function localeOfPath(pathname: string): Locale {
  return pathname === '/uk' || pathname.startsWith('/uk/') ? 'uk' : 'en';
}

/** Puts a path (written without language prefix) into a language. `localPath('uk', '/account')` → `/uk/account`. */
export function localPath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** Takes the language prefix off a path. */
export function barePath(pathname: string): string {
  if (pathname === '/uk') return '/';
  return pathname.startsWith('/uk/') ? pathname.slice('/uk'.length) : pathname;
}

/** BCP 47 tags for Intl. British English fits a newsroom that writes for the world (day before month). */
export const intlTags: Record<Locale, string> = { en: 'en-GB', uk: 'uk-UA' };
