import { type SQL, and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { articles, pictures, sections } from '../../db/schema/articles.ts';
import { minutesMs } from '../../kernel/dates.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { everyRank } from '../entitlements/entitlement.ts';
import { listGateTiers } from '../memberships/list-gate-tiers.server.ts';
import { type ArticleView, type StoryCard, viewBlocks } from './article.ts';
import { type Block, parseBody, pictureIdsOf, tiersOf } from './body.ts';
import { cardColumns, isOut, selectCards, toCard } from './card-rows.server.ts';
import { renderMarkdown } from './markdown.ts';
import { type Access, type Opens, opensFor } from './openness.ts';
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
  const { slug, sectionSlug } = input;
  const inSection = sectionSlug ? eq(articles.sectionSlug, sectionSlug) : undefined;
  return readOne(ctx, and(eq(articles.slug, slug), inSection, isOut(ctx)), input.access);
}

/**
 * An article whether it is out or not, as a reader may see it once it is. Caller's duty: that whoever
 * gets the answer may know of it.
 */
export async function readAnyArticle(
  ctx: Ctx,
  input: { readonly articleId: string; readonly access: Access },
): Promise<ArticleView | null> {
  return readOne(ctx, eq(articles.id, input.articleId), input.access);
}

async function readOne(
  ctx: Ctx,
  which: SQL | undefined,
  access: Access,
): Promise<ArticleView | null> {
  const [found] = await ctx.db
    .select({
      ...cardColumns,
      body: articles.body,
      teaser: articles.teaser,
      tags: articles.tags,
      isSensitive: articles.isSensitive,
      pictureCaption: articles.pictureCaption,
      seoDescription: articles.seoDescription,
      updatedAt: articles.updatedAt,
      correction: articles.correction,
      tierSlug: articles.tierSlug,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .leftJoin(pictures, eq(pictures.id, articles.pictureId))
    .where(which);
  if (!found) return null;
  const row = { ...found, publishedAt: found.publishedAt ?? ctx.clock.now() };
  const card = toCard(row);
  const isWhole = card.isForSupporters;
  const { blocks } = parseBody(row.body);
  const wholeTier = isWhole ? row.tierSlug : null;
  const tiers = await listGateTiers(ctx, [
    ...new Set([...tiersOf(blocks), ...(wholeTier ? [wholeTier] : [])]),
  ]);
  const opens = opensFor(access, tiers, everyRank);
  const isWholeLocked = isWhole && !opens(wholeTier);
  const shown = isWholeLocked ? [] : blocks;
  const hasExtras = isWhole || blocks.some((block) => block.type === 'extra');
  const isLocked = isWholeLocked || hasLocked(shown, opens);
  const [shownPictures, related] = await Promise.all([
    readPictures(ctx, withoutLocked(shown, opens), card.language),
    listRelated(ctx, card, row.tags),
  ]);
  const isUpdated = row.updatedAt.getTime() - Date.parse(card.publishedAt) > quietMs;
  return {
    ...card,
    updatedAt: isUpdated ? row.updatedAt.toISOString() : null,
    correction: row.correction,
    pictureCaption: row.pictureCaption,
    description: row.seoDescription ?? row.dek,
    tags: row.tags,
    isSensitive: row.isSensitive,
    hasExtras,
    lock: isLocked
      ? {
          because: access.isOpen ? 'tier_too_low' : access.because,
          isWhole: isWholeLocked,
          tier: wholeTier,
        }
      : null,
    gateTiers: [...tiers.values()],
    teaserHtml: isWholeLocked ? renderMarkdown(row.teaser ?? '') : null,
    blocks: viewBlocks(shown, shownPictures, opens),
    related,
  };
}

function hasLocked(blocks: readonly Block[], opens: Opens): boolean {
  return blocks.some((block) => block.type === 'extra' && !opens(block.tier));
}

function withoutLocked(blocks: readonly Block[], opens: Opens): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'extra') return [block];
    return opens(block.tier) ? [{ ...block, blocks: withoutLocked(block.blocks, opens) }] : [];
  });
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
