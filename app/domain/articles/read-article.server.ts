import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { articles, pictures, sections } from '../../db/schema/articles.ts';
import { minutesMs } from '../../kernel/dates.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type Access, type ArticleView, type StoryCard, viewBlocks } from './article.ts';
import { type Block, parseBody, pictureIdsOf } from './body.ts';
import { cardColumns, isOut, selectCards, toCard } from './card-rows.server.ts';
import { renderMarkdown } from './markdown.ts';
import { type PictureView, pictureView } from './picture.ts';

/** A correction within these minutes of publishing is not announced as an update. */
const quietMs = 5 * minutesMs;
const relatedCount = 4;

/**
 * An article as this reader may see it, or null when there is none by that name. Where `access` is
 * closed, nothing gated is in the answer: it is safe to send, to store and to cache.
 * @param input.sectionSlug when given, the article must stand in this section
 */
export async function readArticle(
  ctx: Ctx,
  input: { readonly slug: string; readonly sectionSlug?: string; readonly access: Access },
): Promise<ArticleView | null> {
  const { access } = input;
  const [row] = await ctx.db
    .select({
      ...cardColumns,
      body: articles.body,
      teaser: articles.teaser,
      tags: articles.tags,
      isSensitive: articles.isSensitive,
      pictureCaption: articles.pictureCaption,
      seoDescription: articles.seoDescription,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .leftJoin(pictures, eq(pictures.id, articles.pictureId))
    .where(and(eq(articles.slug, input.slug), isOut(ctx)));
  if (!row || (input.sectionSlug && row.sectionSlug !== input.sectionSlug)) return null;
  const card = toCard(row);
  const isWhole = card.isForSupporters;
  const { blocks } = parseBody(row.body);
  const shown = isWhole && !access.isOpen ? [] : blocks;
  const hasExtras = isWhole || blocks.some((block) => block.type === 'extra');
  const [shownPictures, related] = await Promise.all([
    readPictures(ctx, access.isOpen ? shown : withoutExtras(shown), card.language),
    listRelated(ctx, card, row.tags),
  ]);
  const isUpdated = row.updatedAt.getTime() - Date.parse(card.publishedAt) > quietMs;
  return {
    ...card,
    updatedAt: isUpdated ? row.updatedAt.toISOString() : null,
    pictureCaption: row.pictureCaption,
    description: row.seoDescription ?? row.dek,
    tags: row.tags,
    isSensitive: row.isSensitive,
    hasExtras,
    lock: hasExtras && !access.isOpen ? { because: access.because, isWhole } : null,
    teaserHtml: isWhole && !access.isOpen ? renderMarkdown(row.teaser ?? '') : null,
    blocks: viewBlocks(shown, shownPictures, access.isOpen),
    related,
  };
}

function withoutExtras(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.type !== 'extra');
}

async function readPictures(
  ctx: Ctx,
  blocks: readonly Block[],
  language: Locale,
): Promise<Map<string, PictureView>> {
  const ids = pictureIdsOf(blocks);
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select().from(pictures).where(inArray(pictures.id, ids));
  return new Map(rows.map((row) => [row.id, pictureView(row, language)]));
}

/** Most tags in common first, then the same section, then the newest; always in the same language. */
async function listRelated(
  ctx: Ctx,
  card: StoryCard,
  tags: readonly string[],
): Promise<StoryCard[]> {
  const wanted = sql`array[${sql.join(
    tags.map((tag) => sql`${tag}`),
    sql`, `,
  )}]::text[]`;
  const common = sql`(select count(*) from unnest(${articles.tags}) tag where tag = any(${wanted}))`;
  const rows = await selectCards(ctx)
    .where(and(isOut(ctx), ne(articles.id, card.id), eq(articles.language, card.language)))
    .orderBy(
      desc(common),
      sql`(${articles.sectionSlug} = ${card.section.slug}) desc`,
      desc(articles.publishedAt),
      desc(articles.id),
    )
    .limit(relatedCount);
  return rows.map(toCard);
}
