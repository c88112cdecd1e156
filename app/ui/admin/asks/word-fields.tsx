import type { MessageKey } from '../../../messages/translate.ts';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** The same words in both languages: fields `<name>-en` and `<name>-uk`. */
export function WordFields({
  name,
  label,
  typed,
  errors,
  maxLength,
  rows,
}: {
  name: string;
  label: string;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
  maxLength: number;
  /** Several lines; without it one. */
  rows?: number;
}) {
  const { t } = useLocale();
  return (['en', 'uk'] as const).map((language) => {
    const field = `${name}-${language}`;
    const shared = {
      ...{ name: field, lang: language, maxLength },
      label: t(language === 'en' ? 'asks.inEnglish' : 'asks.inUkrainian', { label }),
      ...{ defaultValue: typed[field], error: errors[field] },
    };
    return rows ? (
      <TextArea key={field} {...shared} rows={rows} />
    ) : (
      <TextField key={field} {...shared} />
    );
  });
}
