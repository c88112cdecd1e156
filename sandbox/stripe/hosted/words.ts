import { decimalsOf } from '../engine/money/currencies.ts';
import { en } from './words-en.ts';
import { uk } from './words-uk.ts';

export type Language = 'en' | 'uk';

export type Word = keyof typeof en;

const CATALOGUES: Record<Language, Record<Word, string>> = { en, uk };

export interface Speech {
  language: Language;
  /** For `Intl`. */
  locale: string;
  say(word: Word, values?: Record<string, string | number>): string;
  money(minor: number, currency: string): string;
  date(seconds: number): string;
}

/** The session's own language where we have it, else the browser's, else English. */
export function speechFor(
  sessionLocale: string | null,
  acceptLanguage: string | undefined,
): Speech {
  const automatic = sessionLocale === null || sessionLocale === 'auto';
  const wanted = automatic ? (acceptLanguage ?? '') : sessionLocale;
  const first = wanted.split(',')[0]?.split(';')[0]?.trim() ?? '';
  const language: Language = first.toLowerCase().startsWith('uk') ? 'uk' : 'en';
  const locale = language === 'uk' ? 'uk-UA' : /^en-[A-Z]{2}$/.test(first) ? first : 'en';
  return {
    language,
    locale,
    say: (word, values = {}) =>
      CATALOGUES[language][word].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        String(values[name] ?? ''),
      ),
    money: (minor, currency) => {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: currency.toUpperCase(),
      });
      return format.format(minor / 10 ** decimalsOf(currency));
    },
    date: (seconds) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
        .format(new Date(seconds * 1000))
        // Written out, so that a sentence can end with it.
        .replace(/ р\.$/, ' року'),
  };
}

export function isWord(value: string): value is Word {
  return Object.hasOwn(en, value);
}
