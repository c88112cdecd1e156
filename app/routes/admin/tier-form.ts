import { z } from 'zod';
import type { TierFields } from '../../domain/memberships/prices/edit-tier.server.ts';
import type { TierToEdit } from '../../domain/memberships/prices/read-tier-to-edit.server.ts';
import { perks } from '../../domain/memberships/tier.ts';
import type { MessageKey } from '../../messages/translate.ts';

const key = (message: MessageKey) => message;
const lines = (most: number, error: MessageKey) =>
  z
    .string()
    .default('')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= most, key(error));
const name = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text.length > 0 && text.length <= 60, key('tiers.error.name'));

/** Why something is done: asked of every act on what readers are charged. */
export const reason = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text.length > 0 && text.length <= 500, key('deskForm.error.reason'));

const fields = {
  nameEn: name,
  nameUk: name,
  descriptionEn: lines(500, 'tiers.error.description'),
  descriptionUk: lines(500, 'tiers.error.description'),
  rank: z
    .string()
    .default('')
    .refine((text) => /^[1-9]\d?$/.test(text.trim()), key('tiers.error.rank'))
    .transform(Number),
  isActive: z.string().optional(),
  reason,
};

/** A tier's form, as fields. */
export const tierForm = z
  .looseObject({ ...fields, version: z.string().default('') })
  .transform((form) => ({
    version: form.version,
    reason: form.reason,
    fields: toFields(form),
  }));

/** The form of a new tier. */
export const newTierForm = z
  .looseObject({
    ...fields,
    slug: z
      .string()
      .default('')
      .refine(
        (text) => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/.test(text),
        key('tiers.error.slug'),
      ),
  })
  .transform((form) => ({ slug: form.slug, reason: form.reason, fields: toFields(form) }));

type Parsed = Readonly<Record<string, unknown>> & {
  readonly nameEn: string;
  readonly nameUk: string;
  readonly descriptionEn: string;
  readonly descriptionUk: string;
  readonly rank: number;
  readonly isActive?: string | undefined;
};

function toFields(form: Parsed): TierFields {
  return {
    name: { en: form.nameEn, uk: form.nameUk },
    description: { en: form.descriptionEn, uk: form.descriptionUk },
    rank: form.rank,
    isActive: form.isActive === 'yes',
    perks: perks.filter((perk) => form[`perk-${perk}`] === 'yes'),
  };
}

/** A tier as its form shows it. */
export function typedTier(tier: TierToEdit): Record<string, string> {
  return {
    nameEn: tier.name.en,
    nameUk: tier.name.uk,
    descriptionEn: tier.description.en,
    descriptionUk: tier.description.uk,
    rank: String(tier.rank),
    ...(tier.isActive ? { isActive: 'yes' } : {}),
    ...Object.fromEntries(tier.perks.map((perk) => [`perk-${perk}`, 'yes'])),
  };
}
