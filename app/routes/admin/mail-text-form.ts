import { z } from 'zod';
import {
  type WordedMail,
  isWordedMail,
  strayPlaceholder,
} from '../../domain/mail-texts/mail-text.ts';
import { type Locale, isLocale } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { FieldErrors } from '../../web/forms.server.ts';
import { optionalReason } from './campaign-form.ts';

const words = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(most, 'asks.error.tooLong' satisfies MessageKey));

export const mailTextForm = z.object({
  subject: words(150).refine(
    (text) => !/\p{C}/u.test(text),
    'mailTexts.error.subject' satisfies MessageKey,
  ),
  opening: words(2_000),
  closing: words(2_000),
  version: z.union([z.uuid(), z.literal('').transform(() => null)]).catch(null),
  /** Only looked at, not saved. */
  act: z.enum(['save', 'look']).catch('save'),
  reason: optionalReason,
});

const fields = ['subject', 'opening', 'closing'] as const;

/** What stands in braces and means nothing in this mail, by field. */
export function strayIn(
  template: WordedMail,
  typed: Readonly<Record<(typeof fields)[number], string>>,
): { readonly names: readonly string[]; readonly errors: FieldErrors } | null {
  const found = fields.flatMap((field) => {
    const name = strayPlaceholder(template, typed[field]);
    return name === null ? [] : [{ field, name }];
  });
  if (found.length === 0) return null;
  return {
    names: found.map(({ name }) => name),
    errors: Object.fromEntries(
      found.map(({ field }) => [field, 'mailTexts.error.placeholder' satisfies MessageKey]),
    ),
  };
}

/**
 * Which mail an address names, in which language.
 * @throws Response 404 when it names none whose words can be chosen
 */
export function mailOf(params: Readonly<Record<string, string | undefined>>): {
  readonly template: WordedMail;
  readonly locale: Locale;
} {
  const { template = '', language = '' } = params;
  if (!isWordedMail(template) || !isLocale(language)) throw new Response(null, { status: 404 });
  return { template, locale: language };
}
