import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const line = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'has spaces at its ends');
const bilingual = z.strictObject({ en: line, uk: line });
const minor = z.int().positive();

export const languageSchema = z.enum(['en', 'uk']);
export const perkSchema = z.enum([
  'extras',
  'early_access',
  'ad_free',
  'supporter_newsletter',
  'wall',
]);
export const currencySchema = z.enum(['EUR', 'USD', 'GBP', 'CAD', 'AUD', 'NZD', 'UAH', 'JPY']);

export const newsroomSchema = z.strictObject({
  name: bilingual,
  tagline: bilingual,
  legalName: line,
  postalAddress: line,
  taxId: line,
  receiptNote: bilingual,
  contactEmail: z.email(),
  timeZone: line,
  defaultCurrency: currencySchema,
  sections: z.array(z.strictObject({ slug, name: bilingual, description: bilingual })),
  authors: z.array(z.strictObject({ slug, name: bilingual, role: bilingual, bio: bilingual })),
});

export const frontMatterSchema = z
  .strictObject({
    slug,
    language: languageSchema,
    section: slug,
    authors: z.array(slug).min(1),
    tags: z.array(slug).min(1),
    headline: line,
    dek: line,
    /** Days before the load; a fraction is a part of a day. */
    publishedDaysAgo: z.number().positive(),
    updatedDaysAgo: z.number().positive().optional(),
    picture: slug.nullable(),
    pictureCaption: line.nullable(),
    access: z.enum(['free', 'supporters']),
    /** On a sensitive page the newsroom doesn't ask for money. */
    sensitive: z.boolean(),
    seoDescription: line,
    /** The public text of an article that is wholly for supporters. */
    teaser: line.optional(),
  })
  .refine((front) => (front.access === 'supporters') === (front.teaser !== undefined), {
    path: ['teaser'],
    message: 'belongs to articles with access: supporters, and only to them',
  })
  .refine((front) => (front.updatedDaysAgo ?? 0) < front.publishedDaysAgo, {
    path: ['updatedDaysAgo'],
    message: 'must be later than publishedDaysAgo',
  });

const tags = z.array(slug);

export const askSchema = z.strictObject({
  name: slug,
  order: z.int().positive(),
  heading: bilingual,
  support: bilingual,
  rules: z.strictObject({
    sectionsAny: tags,
    sectionsNone: tags,
    tagsAny: tags,
    tagsNone: tags,
    excludeSensitive: z.boolean(),
    notForPatrons: z.boolean(),
  }),
  /** A test that has ended: these words against those above, which have been kept. */
  test: z
    .strictObject({
      heading: bilingual,
      support: bilingual,
      startedDaysAgo: z.int().positive(),
      endedDaysAgo: z.int().positive(),
    })
    .refine((test) => test.endedDaysAgo < test.startedDaysAgo, {
      path: ['endedDaysAgo'],
      message: 'must be later than startedDaysAgo',
    })
    .optional(),
});

export const campaignSchema = z.strictObject({
  slug,
  title: bilingual,
  description: bilingual,
  goalMinor: minor,
  currency: currencySchema,
  startedDaysAgo: z.number().positive(),
  endsInDays: z.number().positive(),
});

export const tierSchema = z.strictObject({
  slug,
  order: z.int().positive(),
  name: bilingual,
  description: bilingual,
  perks: z.array(perkSchema),
  /** Lowest amount per currency and interval, in minor units (JPY has none, so whole yen). */
  minimumMinor: z.record(currencySchema, z.strictObject({ month: minor, year: minor })),
});

export const pictureSchema = z.strictObject({
  id: slug,
  width: z.int().positive(),
  height: z.int().positive(),
  alt: bilingual,
  credit: bilingual,
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
});

export const markerSchema = z.strictObject({
  article: slug,
  extra: slug.nullable(),
  sentence: line,
});

/** The attributes that each fenced block must carry. */
export const blockSchema = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('markdown'), text: z.string() }),
  z.strictObject({ block: z.literal('picture'), id: slug, caption: line, text: z.literal('') }),
  z.strictObject({ block: z.literal('quote'), by: line, text: line }),
  z.strictObject({ block: z.literal('note'), text: line }),
  z.strictObject({
    block: z.literal('embed'),
    kind: z.enum(['chart', 'map', 'audio']),
    picture: slug,
    title: line,
    source: line,
    text: line,
  }),
  z.strictObject({
    block: z.literal('extra'),
    id: slug,
    /** The lowest tier that opens it. */
    tier: slug.optional(),
    kind: z.enum(['documents', 'audio', 'text', 'recipe', 'data']),
    title: line,
    holds: line,
    teaser: line,
    text: line,
  }),
]);

export type BodyBlock = z.infer<typeof blockSchema>;
export type ExtraBlock = Extract<BodyBlock, { block: 'extra' }>;
export type DemoNewsroom = z.infer<typeof newsroomSchema>;
export type DemoAsk = z.infer<typeof askSchema>;
export type DemoCampaign = z.infer<typeof campaignSchema>;
export type DemoTier = z.infer<typeof tierSchema>;
export type DemoMarker = z.infer<typeof markerSchema>;
export type DemoPicture = z.infer<typeof pictureSchema> & {
  /** Absolute paths of the WebP files by width in pixels. */
  files: Record<480 | 960 | 1600, string>;
};
export type DemoArticle = z.infer<typeof frontMatterSchema> & {
  /** File name, for messages. */
  file: string;
  /** The Markdown with its fenced blocks, as written. */
  body: string;
  /** The same body, cut at its fences. */
  blocks: BodyBlock[];
  extras: ExtraBlock[];
};

export interface DemoContent {
  newsroom: DemoNewsroom;
  /** Newest first. */
  articles: DemoArticle[];
  asks: DemoAsk[];
  campaign: DemoCampaign;
  tiers: DemoTier[];
  pictures: DemoPicture[];
  markers: DemoMarker[];
}
