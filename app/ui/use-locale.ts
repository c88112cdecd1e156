import { useLocation } from '@remix-run/react';
import { type Locale, localPath, localeOfPath } from '../kernel/locale.ts';
import { type Translate, translatorFor } from '../messages/translate.ts';

/** The page's language, its translator, and how to link within it (`href('/account')`). */
export function useLocale(): { locale: Locale; t: Translate; href: (path: string) => string } {
  const locale = localeOfPath(useLocation().pathname);
  return { locale, t: translatorFor(locale), href: (path) => localPath(locale, path) };
}
