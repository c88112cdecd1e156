import { z } from 'zod';
import { isSlug } from '../../domain/articles/sections/reserved-slugs.ts';
import { slugOf } from '../../kernel/slug.ts';
import { optionalReason, words } from './campaign-form.ts';

/** What a section or an author is called in addresses: made from the English name when left empty. */
const slug = z
  .string()
  .default('')
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => text === '' || isSlug(text), 'sections.error.slug');

function withSlug<Form extends { slug: string; 'name-en': string }>(form: Form): Form {
  return { ...form, slug: form.slug || slugOf(form['name-en']).slice(0, 60).replace(/-$/, '') };
}

const section = {
  'name-en': words(60),
  'name-uk': words(60),
  'description-en': words(300),
  'description-uk': words(300),
  reason: optionalReason,
};
export const sectionForm = z.object(section);
export const newSectionForm = z.object({ ...section, slug }).transform(withSlug);

const author = {
  'name-en': words(100),
  'name-uk': words(100),
  'role-en': words(120),
  'role-uk': words(120),
  'bio-en': words(1500),
  'bio-uk': words(1500),
  portrait: z
    .string()
    .default('')
    .transform((text) => text.trim() || null)
    .pipe(z.string().max(100, 'authors.error.portrait').nullable()),
  reason: optionalReason,
};
export const authorForm = z.object(author);
export const newAuthorForm = z.object({ ...author, slug }).transform(withSlug);

/** What the form says, as the domain takes it. */
export function sectionWords(form: z.output<typeof sectionForm>) {
  return {
    name: { en: form['name-en'], uk: form['name-uk'] },
    description: { en: form['description-en'], uk: form['description-uk'] },
    reason: form.reason,
  };
}

export function authorWords(form: z.output<typeof authorForm>) {
  return {
    name: { en: form['name-en'], uk: form['name-uk'] },
    role: { en: form['role-en'], uk: form['role-uk'] },
    bio: { en: form['bio-en'], uk: form['bio-uk'] },
    portraitId: form.portrait,
    reason: form.reason,
  };
}
