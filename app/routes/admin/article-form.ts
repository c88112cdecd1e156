import { z } from 'zod';
import type { ArticleFault } from '../../domain/articles/writing/check-article.server.ts';
import type { ArticleFields } from '../../domain/articles/writing/words.ts';
import { slugOf } from '../../kernel/slug.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { FieldErrors } from '../../web/forms.server.ts';
import { authorPlaces } from '../../ui/admin/writing/editor-fields.ts';

/** A long read with its extras, several times over. */
export const largestArticleBytes = 1024 * 1024;

const text = (limit: number) =>
  z.string().default('').pipe(z.string().max(limit, 'writing.error.tooLong'));
const line = (limit: number) => text(limit).transform((typed) => typed.replace(/\s+/g, ' ').trim());
const orNull = (typed: string) => (typed === '' ? null : typed);
/** Browsers post line ends as two characters. */
const lines = (limit: number) =>
  text(limit).transform((typed) => typed.replace(/\r\n?/g, '\n').trim());

const author = z.string().max(80).default('');
const tagList = line(500).transform((typed) => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter((tag) => tag !== ''),
  ),
]);

export const articleForm = z.object({
  version: z.coerce.number().int().min(1).default(1),
  headline: line(200),
  dek: line(400),
  body: lines(500_000),
  teaser: lines(10_000),
  slug: line(100).transform((typed) => typed.toLowerCase()),
  language: z.enum(['en', 'uk'], { error: 'writing.error.language' }),
  section: z.string().max(100).default(''),
  access: z.enum(['free', 'supporters'], { error: 'writing.error.access' }),
  tier: z.string().max(100).default('').transform(orNull),
  sensitive: z
    .string()
    .default('')
    .transform((typed) => typed === '1'),
  tags: tagList.pipe(
    z.array(z.string().max(40, 'writing.error.tag')).max(20, 'writing.error.tags'),
  ),
  picture: line(200).transform(orNull),
  caption: line(400).transform(orNull),
  description: line(300).transform(orNull),
  correction: line(1000).transform(orNull),
  told: z
    .string()
    .default('')
    .transform((typed) => typed === '1'),
  'author-1': author,
  'author-2': author,
  'author-3': author,
  'author-4': author,
});

/** What the form says, as the domain takes it. An address that is left empty is made of the headline. */
export function articleFields(form: z.output<typeof articleForm>): ArticleFields {
  const { headline, dek, body, teaser, language, access, tags } = form;
  const bylines = authorPlaces.map((place) => form[place]).filter((slug) => slug !== '');
  return {
    ...{ headline, dek, body, teaser, language, access, tags },
    slug: form.slug === '' ? slugOf(headline) : form.slug,
    sectionSlug: form.section,
    tierSlug: access === 'supporters' ? form.tier : null,
    isSensitive: form.sensitive,
    pictureId: form.picture,
    pictureCaption: form.caption,
    seoDescription: form.description,
    correction: form.correction,
    authorSlugs: [...new Set(bylines)],
  };
}

/** An article as its form shows it. */
export function typedArticle(
  fields: ArticleFields,
  version: number,
): Readonly<Record<string, string>> {
  const { headline, dek, body, teaser, slug, language, access, authorSlugs } = fields;
  return {
    ...{ headline, dek, body, teaser, slug, language, access, version: String(version) },
    section: fields.sectionSlug,
    tier: fields.tierSlug ?? '',
    sensitive: fields.isSensitive ? '1' : '',
    tags: fields.tags.join(', '),
    picture: fields.pictureId ?? '',
    caption: fields.pictureCaption ?? '',
    description: fields.seoDescription ?? '',
    correction: fields.correction ?? '',
    ...Object.fromEntries(authorPlaces.map((place, index) => [place, authorSlugs[index] ?? ''])),
  };
}

const faultFields: Record<ArticleFault, readonly [field: string, message: MessageKey]> = {
  headline_missing: ['headline', 'writing.error.headline'],
  body_malformed: ['body', 'writing.error.body'],
  body_picture_unknown: ['body', 'writing.error.bodyPicture'],
  body_tier_unknown: ['body', 'writing.error.bodyTier'],
  tier_unknown: ['tier', 'writing.error.tier'],
  teaser_missing: ['teaser', 'writing.error.teaser'],
  slug_malformed: ['slug', 'writing.error.slug'],
  section_unknown: ['section', 'writing.error.section'],
  author_unknown: ['author-1', 'writing.error.author'],
  picture_unknown: ['picture', 'writing.error.picture'],
};

export function faultErrors(faults: readonly ArticleFault[]): FieldErrors {
  const errors: Record<string, MessageKey> = {};
  for (const fault of faults) {
    const [field, message] = faultFields[fault];
    errors[field] ??= message;
  }
  return errors;
}
