import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, intlTags } from '../kernel/locale.ts';
import { en } from './en/index.ts';
import { uk } from './uk/index.ts';

export type MessageKey = keyof typeof en;
type Values = Record<string, string | number | Date>;

/** Says a message in the reader's language. Messages are in ICU MessageFormat. */
export type Translate = (key: MessageKey, values?: Values) => string;

/** Every catalogue has every key: the type says so. */
const catalogues: Record<Locale, Record<MessageKey, string>> = { en, uk };
const compiled = new Map<string, IntlMessageFormat>();
const translators = new Map<Locale, Translate>();

/** A translator for one language, made once. @throws when a value that the message needs is missing. */
export function translatorFor(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const translate: Translate = (key, values) => {
    const id = `${locale}:${key}`;
    let message = compiled.get(id);
    if (!message) {
      message = new IntlMessageFormat(catalogues[locale][key], intlTags[locale], undefined, {
        ignoreTag: true,
      });
      compiled.set(id, message);
    }
    return withOneStop(String(message.format(values)));
  };
  translators.set(locale, translate);
  return translate;
}

/** A Ukrainian date ends with a dot of its own ("2026 р."), which at the end of a sentence is its stop as well. */
function withOneStop(text: string): string {
  return text.replaceAll('р..', 'р.');
}
