import { z } from 'zod';
import type { AskRules, ListedAsk } from '../../domain/asks/ask.ts';
import { dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
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

export const askForm = z
  .object({
    name: words(80),
    'heading-en': words(160),
    'heading-uk': words(160),
    'body-en': words(1000),
    'body-uk': words(1000),
    anyTags: list,
    noTags: list,
    sections: list,
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
    excludeSensitive: form.onSensitive !== 'yes',
    notForPatrons: form.forPatrons !== 'yes',
    ...(form.startsOn ? { startsAt: startOfDay(form.startsOn, timeZone).toISOString() } : {}),
    ...(form.endsOn ? { endsAt: startOfDay(dayAfter(form.endsOn), timeZone).toISOString() } : {}),
  };
  return {
    name: form.name,
    heading: { en: form['heading-en'], uk: form['heading-uk'] },
    body: { en: form['body-en'], uk: form['body-uk'] },
    rules,
    reason: form.reason,
  };
}

/** An ask as its form shows it. */
export function askFields(ask: ListedAsk, timeZone: string): Record<string, string> {
  const { name, heading, body, rules } = ask;
  return {
    name,
    'heading-en': heading.en,
    'heading-uk': heading.uk,
    'body-en': body.en,
    'body-uk': body.uk,
    anyTags: rules.anyTags?.join(', ') ?? '',
    noTags: rules.noTags?.join(', ') ?? '',
    sections: rules.sections?.join(', ') ?? '',
    ...(rules.excludeSensitive === false ? { onSensitive: 'yes' } : {}),
    ...(rules.notForPatrons === false ? { forPatrons: 'yes' } : {}),
    startsOn: rules.startsAt ? dayIn(new Date(rules.startsAt), timeZone) : '',
    endsOn: rules.endsAt ? dayIn(new Date(Date.parse(rules.endsAt) - 1), timeZone) : '',
  };
}
