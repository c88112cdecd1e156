import { z } from 'zod';
import type { MessageKey } from '../../messages/translate.ts';
import { variantFields, variantOf } from './ask-form.ts';
import { optionalReason } from './campaign-form.ts';

/** A whole number of percent; empty is none. */
const percent = (most: number, message: MessageKey) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().replace(/\s*%$/, ''))
    .refine((text) => /^\d{0,2}$/.test(text) && Number(text) <= most, message)
    .transform(Number);

const shares = {
  shareB: percent(90, 'askTest.error.shareB').refine(
    (share) => share === 0 || share >= 10,
    'askTest.error.shareB' satisfies MessageKey,
  ),
  holdBack: percent(50, 'askTest.error.holdBack'),
  reason: optionalReason,
};

const withB = z.object({ ...shares, ...variantFields });
const withoutB = z.object(shares);

/** Words of variant B are asked for only when somebody is to see them. */
export function askTestForm(typed: Readonly<Record<string, string>>) {
  const isWithoutB = /^\s*0?\s*%?\s*$/.test(typed['shareB'] ?? '');
  return isWithoutB
    ? withoutB
        .refine(({ holdBack }) => holdBack > 0, {
          path: ['shareB'],
          message: 'askTest.error.nothing' satisfies MessageKey,
        })
        .transform((form) => ({ ...form, b: null }))
    : withB.transform((form) => ({ ...form, b: variantOf(form) }));
}
