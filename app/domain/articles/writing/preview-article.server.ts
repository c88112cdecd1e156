import { inArray } from 'drizzle-orm';
import { authors, pictures, sections } from '../../../db/schema/articles.ts';
import { type Ctx, readTogether } from '../../ports/context.ts';
import { viewBlocks } from '../article.ts';
import { parseBody, pictureIdsOf } from '../body.ts';
import { renderMarkdown } from '../markdown.ts';
import { openToAll } from '../openness.ts';
import { pictureView } from '../picture.ts';
import type { ArticlePreview } from './preview.ts';
import type { ArticleFields } from './words.ts';

/** Three queries. Nothing is checked: what can't be shown is left out. */
export async function previewArticle(ctx: Ctx, fields: ArticleFields): Promise<ArticlePreview> {
  const { headline, dek, language, authorSlugs, pictureId, pictureCaption, correction } = fields;
  const { blocks, problems } = parseBody(fields.body);
  const ids = [...pictureIdsOf(blocks), ...(pictureId ? [pictureId] : [])];
  const [ofPictures, ofAuthors, ofSections] = await readTogether(ctx, [
    () => ctx.db.select().from(pictures).where(inArray(pictures.id, ids)),
    () =>
      ctx.db
        .select()
        .from(authors)
        .where(inArray(authors.slug, [...authorSlugs])),
    () =>
      ctx.db
        .select()
        .from(sections)
        .where(inArray(sections.slug, [fields.sectionSlug])),
  ]);
  const views = new Map(ofPictures.map((row) => [row.id, pictureView(row, language)]));
  const isWhole = fields.access === 'supporters' && fields.teaser !== '';
  return {
    ...{ headline, dek, language, pictureCaption, problems, correction },
    section: ofSections[0]?.name[language] ?? null,
    authors: authorSlugs.flatMap(
      (slug) => ofAuthors.find((author) => author.slug === slug)?.name[language] ?? [],
    ),
    picture: pictureId ? (views.get(pictureId) ?? null) : null,
    teaserHtml: isWhole ? renderMarkdown(fields.teaser) : null,
    blocks: viewBlocks(blocks, views, openToAll),
  };
}
