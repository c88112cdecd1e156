import { z } from 'zod';
import type { AskVariant } from '../../domain/asks/ab-test/ab-test.ts';
import type { AskRules, ListedAsk } from '../../domain/asks/ask.ts';
import { dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import { frequencies } from '../../kernel/giving-amounts.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { optionalReason, words } from './campaign-form.ts';

const dayOrNone = (message: MessageKey) =>
  z
    .string()
    .default('')
    .refine((text) => text.trim() === '' || parseDay(text) !== null, message)
    .transform(parseDay);

/** Words with commas between them; each once. */
const list = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(',').map((word) => word.trim().toLowerCase()))])
  .transform((all) => all.filter((word) => word !== ''))
  .refine(
    (all) => all.length <= 30 && all.every((word) => word.length <= 60),
    'asks.error.list' satisfies MessageKey,
  );

/** How often, from 1 to 99; empty says nothing. */
const countOrNone = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => /^([1-9]\d?)?$/.test(text), 'asks.error.count' satisfies MessageKey)
  .transform((text) => (text === '' ? undefined : Number(text)));

/** What a variant of an ask says, in both languages. */
export const variantFields = {
  'heading-en': words(160),
  'heading-uk': words(160),
  'body-en': words(1000),
  'body-uk': words(1000),
  frequency: z.enum(frequencies).default('once'),
};

/** {@link variantFields} as the domain takes them. */
export function variantOf(form: z.output<z.ZodObject<typeof variantFields>>) {
  return {
    heading: { en: form['heading-en'], uk: form['heading-uk'] },
    body: { en: form['body-en'], uk: form['body-uk'] },
    frequency: form.frequency,
  };
}

export const askForm = z
  .object({
    name: words(80),
    ...variantFields,
    anyTags: list,
    noTags: list,
    sections: list,
    countries: list
      .refine(
        (all) => all.every((code) => /^[a-z]{2}$/.test(code)),
        'asks.error.countries' satisfies MessageKey,
      )
      .transform((all) => all.map((code) => code.toUpperCase())),
    maxViews: countOrNone,
    minArticles: countOrNone,
    onSensitive: z.string().optional(),
    forPatrons: z.string().optional(),
    startsOn: dayOrNone('asks.error.startsOn'),
    endsOn: dayOrNone('asks.error.endsOn'),
    reason: optionalReason,
  })
  .refine((form) => !form.startsOn || !form.endsOn || form.startsOn <= form.endsOn, {
    path: ['endsOn'],
    message: 'asks.error.datesReversed',
  });

/** What the form says, as the domain takes it. The last day is included. */
export function askWords(form: z.output<typeof askForm>, timeZone: string) {
  const rules: AskRules = {
    ...(form.anyTags.length > 0 ? { anyTags: form.anyTags } : {}),
    ...(form.noTags.length > 0 ? { noTags: form.noTags } : {}),
    ...(form.sections.length > 0 ? { sections: form.sections } : {}),
    ...(form.countries.length > 0 ? { countries: form.countries } : {}),
    ...(form.maxViews ? { maxViews: form.maxViews } : {}),
    ...(form.minArticles ? { minArticles: form.minArticles } : {}),
    excludeSensitive: form.onSensitive !== 'yes',
    notForPatrons: form.forPatrons !== 'yes',
    ...(form.startsOn ? { startsAt: startOfDay(form.startsOn, timeZone).toISOString() } : {}),
    ...(form.endsOn ? { endsAt: startOfDay(dayAfter(form.endsOn), timeZone).toISOString() } : {}),
  };
  return {
    name: form.name,
    ...variantOf(form),
    rules,
    reason: form.reason,
  };
}

/** A variant as its fields show it. */
export function variantTyped({ heading, body, frequency }: AskVariant): Record<string, string> {
  return {
    'heading-en': heading.en,
    'heading-uk': heading.uk,
    'body-en': body.en,
    'body-uk': body.uk,
    frequency,
  };
}

/** An ask as its form shows it. */
export function askFields(ask: ListedAsk, timeZone: string): Record<string, string> {
  const { name, rules } = ask;
  return {
    name,
    ...variantTyped(ask),
    anyTags: rules.anyTags?.join(', ') ?? '',
    noTags: rules.noTags?.join(', ') ?? '',
    sections: rules.sections?.join(', ') ?? '',
    countries: rules.countries?.join(', ') ?? '',
    maxViews: String(rules.maxViews ?? ''),
    minArticles: String(rules.minArticles ?? ''),
    ...(rules.excludeSensitive === false ? { onSensitive: 'yes' } : {}),
    ...(rules.notForPatrons === false ? { forPatrons: 'yes' } : {}),
    startsOn: rules.startsAt ? dayIn(new Date(rules.startsAt), timeZone) : '',
    endsOn: rules.endsAt ? dayIn(new Date(Date.parse(rules.endsAt) - 1), timeZone) : '',
  };
}
