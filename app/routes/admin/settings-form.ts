import { z } from 'zod';
import { type NewsroomSettings, newsroomSettings } from '../../domain/newsroom/newsroom.ts';
import type { SettingKey } from '../../domain/newsroom/settings-version.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { readWhole } from './amount-form.ts';

/** The settings that stand in one form, and so are held against each other's edits. */
export const editedSettings: readonly SettingKey[] = [
  'name',
  'tagline',
  'legalName',
  'address',
  'taxId',
  'contactEmail',
  'receiptNote',
  'timeZone',
  'fiscalYearStartMonth',
  'defaultCurrency',
  'currencies',
  'graceDays',
  'donorPassDays',
  'donorPassMinimums',
];

const key = (message: MessageKey) => message;
const text = (most: number, error: MessageKey = 'settings.error.tooLong') =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, key(error));
const line = (error: MessageKey) =>
  text(200, error).refine((typed) => typed.length > 0, key(error));
const days = (least: number, most: number, error: MessageKey) =>
  z
    .string()
    .default('')
    .transform((typed) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : -1))
    .refine((value) => value >= least && value <= most, key(error));

/** Codes with commas between them, each once, in the order that readers see. */
const currencyList = z
  .string()
  .default('')
  .transform((typed, ctx) => {
    const codes = typed.split(/[\s,;]+/).filter((code) => code !== '');
    const list = newsroomSettings.shape.currencies.safeParse(
      codes.map((code) => code.toUpperCase()),
    );
    if (list.success) return list.data;
    ctx.addIssue({ code: 'custom', message: key('settings.error.currencies') });
    return z.NEVER;
  });

/** Who the newsroom is, what its receipts say, and its rules, as they are typed. */
export const settingsForm = z
  .looseObject({
    version: z.string().default(''),
    reason: text(500, 'deskForm.error.reason'),
    nameEn: line('settings.error.name'),
    nameUk: line('settings.error.name'),
    taglineEn: text(1_000),
    taglineUk: text(1_000),
    legalName: line('settings.error.legalName'),
    address: text(500),
    taxId: text(100),
    contactEmail: z
      .string()
      .default('')
      .transform((typed) => typed.trim())
      .pipe(z.email(key('settings.error.contactEmail'))),
    receiptNoteEn: text(1_000),
    receiptNoteUk: text(1_000),
    timeZone: z
      .string()
      .default('')
      .refine(
        (zone) => newsroomSettings.shape.timeZone.safeParse(zone).success,
        key('settings.error.timeZone'),
      ),
    fiscalYearStartMonth: days(1, 12, 'settings.error.month'),
    defaultCurrency: z.enum(givingCurrencies, { error: key('settings.error.currency') }),
    currencies: currencyList,
    graceDays: days(0, 90, 'settings.error.graceDays'),
    donorPassDays: days(1, 3_660, 'settings.error.donorPassDays'),
  })
  .transform((form, ctx) => {
    if (!form.currencies.includes(form.defaultCurrency)) {
      ctx.addIssue({
        ...{ code: 'custom', path: ['currencies'] },
        message: key('settings.error.defaultNotOffered'),
      });
      return z.NEVER;
    }
    const minimums: Record<string, number> = {};
    for (const currency of givingCurrencies) {
      const field = `pass-${currency}`;
      const written = form[field];
      const whole = typeof written === 'string' ? readWhole(written, currency) : null;
      if (whole === null)
        ctx.addIssue({
          ...{ code: 'custom', path: [field] },
          message: key('settings.error.donorPassMinimum'),
        });
      else minimums[currency] = whole;
    }
    const passes = newsroomSettings.shape.donorPassMinimums.safeParse(minimums);
    if (!passes.success) return z.NEVER;
    const { version, reason, timeZone, fiscalYearStartMonth, defaultCurrency, currencies } = form;
    const changes: Partial<NewsroomSettings> = {
      name: { en: form.nameEn, uk: form.nameUk },
      tagline: { en: form.taglineEn, uk: form.taglineUk },
      receiptNote: { en: form.receiptNoteEn, uk: form.receiptNoteUk },
      ...{ legalName: form.legalName, address: form.address, taxId: form.taxId },
      ...{ contactEmail: form.contactEmail, timeZone, fiscalYearStartMonth },
      ...{ defaultCurrency, currencies },
      ...{ graceDays: form.graceDays, donorPassDays: form.donorPassDays },
      donorPassMinimums: passes.data,
    };
    return { version, reason, changes };
  });

/** The settings as their form shows them. */
export function typedSettings(settings: NewsroomSettings): Record<string, string> {
  const { name, tagline, receiptNote } = settings;
  return {
    ...{ nameEn: name.en, nameUk: name.uk, taglineEn: tagline.en, taglineUk: tagline.uk },
    ...{ legalName: settings.legalName, address: settings.address, taxId: settings.taxId },
    ...{ contactEmail: settings.contactEmail, timeZone: settings.timeZone },
    ...{ receiptNoteEn: receiptNote.en, receiptNoteUk: receiptNote.uk },
    fiscalYearStartMonth: String(settings.fiscalYearStartMonth),
    defaultCurrency: settings.defaultCurrency,
    currencies: settings.currencies.join(', '),
    graceDays: String(settings.graceDays),
    donorPassDays: String(settings.donorPassDays),
    ...Object.fromEntries(
      givingCurrencies.map((currency) => [
        `pass-${currency}`,
        String(settings.donorPassMinimums[currency]),
      ]),
    ),
  };
}
