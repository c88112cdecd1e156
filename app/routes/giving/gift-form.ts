import { z } from 'zod';
import {
  giftDeliveries,
  giftMessageLimit,
  giftMonths,
  giftNameLimit,
} from '../../domain/gifts/gift.ts';
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { parseDay } from '../../kernel/dates.ts';

const name = (missing: 'gifts.error.fromName' | 'gifts.error.toName') =>
  z.string({ error: missing }).trim().min(1, missing).max(giftNameLimit, 'gifts.error.nameTooLong');

const delivery = {
  delivery: z.enum(giftDeliveries, { error: 'gifts.error.delivery' }),
  recipientEmail: z.string().default('').transform(normaliseEmail),
  deliverOn: z
    .string()
    .default('')
    .transform((text) => text.trim()),
};

interface Delivery {
  readonly delivery: string;
  readonly recipientEmail: string;
  readonly deliverOn: string;
}

/** Address and day matter only for a gift by mail. */
function checkDelivery(
  typed: Delivery,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  if (typed.delivery !== 'mail') return;
  const wrong = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (!isEmailAddress(typed.recipientEmail)) wrong('recipientEmail', 'gifts.error.email');
  if (typed.deliverOn !== '' && parseDay(typed.deliverOn) === null)
    wrong('deliverOn', 'gifts.error.day');
}

/** What the form of a gift brings. Errors are message keys. */
export const giftForm = z
  .object({
    tier: z.string({ error: 'gifts.error.tier' }).min(1, 'gifts.error.tier'),
    months: z
      .string({ error: 'gifts.error.months' })
      .transform(Number)
      .pipe(z.literal([...giftMonths], { error: 'gifts.error.months' })),
    currency: z.enum(givingCurrencies, { error: 'gifts.error.currency' }),
    fromName: name('gifts.error.fromName'),
    toName: name('gifts.error.toName'),
    message: z
      .string()
      .default('')
      .transform((text) => text.trim().replace(/\r\n?/g, '\n'))
      .refine((text) => text.length <= giftMessageLimit, 'gifts.error.messageTooLong')
      .transform((text) => (text === '' ? null : text)),
    ...delivery,
    attempt: z
      .string()
      .regex(/^[a-z0-9-]{16,64}$/i)
      .optional()
      .catch(undefined),
  })
  .superRefine(checkDelivery);

/** What the form that corrects a delivery brings. */
export const deliveryForm = z.object(delivery).superRefine(checkDelivery);

/** What is wrong with a day, as its field says it. */
export const dayProblems = {
  day: 'gifts.error.day',
  past: 'gifts.error.dayPast',
  far: 'gifts.error.dayFar',
} as const;
