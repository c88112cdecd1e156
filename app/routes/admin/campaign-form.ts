import { z } from 'zod';
import type { ListedCampaign } from '../../domain/campaigns/list-campaigns.server.ts';
import { amountCell } from '../../domain/reports/csv-cell.ts';
import { type GivingCurrency, givingCurrencies } from '../../kernel/currencies.ts';
import { dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import type { Money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { FieldErrors } from '../../web/forms.server.ts';

/** More than any drive of a newsroom, and well inside what the database counts in. */
const goalLimitMinor = 100_000_000_000;

export const words = (limit: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().min(1, 'asks.error.words').max(limit, 'asks.error.tooLong'));

/** Why, where it need not be said: editorial acts. */
export const optionalReason = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .pipe(z.string().max(500, 'staff.error.reasonTooLong'));

const day = (message: MessageKey) =>
  z
    .string()
    .default('')
    .refine((text) => parseDay(text) !== null, message)
    .transform((text) => text.trim());

const terms = {
  'title-en': words(120),
  'title-uk': words(120),
  'description-en': words(2000),
  'description-uk': words(2000),
  goal: z.string().default(''),
  startsOn: day('campaigns.error.startsOn'),
  endsOn: day('campaigns.error.endsOn'),
  reason: optionalReason,
};

export const changedCampaignForm = z.object(terms);
export const newCampaignForm = z.object({
  ...terms,
  currency: z.enum(givingCurrencies, { error: 'campaigns.error.currency' }),
  slug: z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase())
    .pipe(
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+){0,15}$/, 'campaigns.error.slug')
        .max(60),
    ),
});

/** A goal as it was typed, or what is wrong with it. */
export function parseGoal(
  typed: string,
  currency: GivingCurrency,
): { ok: true; goal: Money } | { ok: false; errors: FieldErrors } {
  const parsed = parseAmount(typed, currency);
  const isGoal =
    parsed.ok && parsed.value.amountMinor > 0 && parsed.value.amountMinor <= goalLimitMinor;
  return isGoal
    ? { ok: true, goal: parsed.value }
    : { ok: false, errors: { goal: 'campaigns.error.goal' } };
}

/** What the form says, as the domain takes it. The last day is included: it is over when the next one begins. */
export function campaignTerms(
  form: z.output<typeof changedCampaignForm>,
  goal: Money,
  timeZone: string,
) {
  return {
    title: { en: form['title-en'], uk: form['title-uk'] },
    description: { en: form['description-en'], uk: form['description-uk'] },
    goal,
    startsAt: startOfDay(form.startsOn, timeZone),
    endsAt: startOfDay(dayAfter(form.endsOn), timeZone),
    reason: form.reason,
  };
}

/** A campaign as its form shows it. */
export function campaignFields(campaign: ListedCampaign, timeZone: string): Record<string, string> {
  return {
    'title-en': campaign.title.en,
    'title-uk': campaign.title.uk,
    'description-en': campaign.description.en,
    'description-uk': campaign.description.uk,
    goal: amountCell(campaign.goal),
    startsOn: dayIn(campaign.startsAt, timeZone),
    endsOn: dayIn(new Date(campaign.endsAt.getTime() - 1), timeZone),
  };
}
