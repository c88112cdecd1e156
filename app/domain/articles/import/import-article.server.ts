import { type Result, fail, ok } from '../../../kernel/result.ts';
import { slugOf } from '../../../kernel/slug.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { beginArticle } from '../writing/write-article.server.ts';
import type { ImportedDocument } from './read-document.ts';

/**
 * Begins an article with a document's words, as a draft without a byline. An address that is taken
 * gets a number, which the editor can change. Caller's duty: that the actor may.
 */
export async function importArticle(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly document: ImportedDocument;
    readonly language: 'en' | 'uk';
    readonly sectionSlug: string;
  },
): Promise<Result<{ articleId: string }, 'section_unknown'>> {
  const { actorId, document, language, sectionSlug } = input;
  const slug = slugOf(document.headline) || 'text';
  for (const name of [slug, `${slug}-2`, `${slug}-3`, `${slug}-${newId().slice(-8)}`]) {
    const begun = await beginArticle(ctx, {
      actorId,
      fields: {
        ...{ ...document, language, sectionSlug, slug: name, dek: '', teaser: '', access: 'free' },
        ...{ isSensitive: false, tags: [], authorSlugs: [], pictureId: null },
        ...{ pictureCaption: null, seoDescription: null, correction: null, tierSlug: null },
      },
    });
    if (begun.ok) return ok({ articleId: begun.value.articleId });
    // Everything else of the fields is made here, and without a fault.
    if (begun.reason === 'faulty') return fail('section_unknown');
  }
  throw new Error('No address could be found for an imported article.');
}
