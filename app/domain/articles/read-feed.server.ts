import { and, desc, eq, inArray } from 'drizzle-orm';
import { articles, pictures, sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { viewBlocks } from './article.ts';
import { openToNobody } from './openness.ts';
import { parseBody, pictureIdsOf } from './body.ts';
import { cardColumns, isOut, toCard } from './card-rows.server.ts';
import type { FeedView } from './feed.ts';
import { renderMarkdown } from './markdown.ts';
import { pictureView } from './picture.ts';

const feedLength = 30;

/**
 * The newest stories in one language, of one section or of all, as anybody may read them.
 * null = there is no such section. A feed reader has no session, so nobody is entitled here.
 */
export async function readFeed(
  ctx: Ctx,
  input: { readonly locale: Locale; readonly sectionSlug: string | null },
): Promise<FeedView | null> {
  const { locale, sectionSlug } = input;
  const section = sectionSlug ? await findSection(ctx, sectionSlug) : null;
  if (sectionSlug && !section) return null;
  const rows = await ctx.db
    .select({
      ...cardColumns,
      body: articles.body,
      teaser: articles.teaser,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.slug, articles.sectionSlug))
    .leftJoin(pictures, eq(pictures.id, articles.pictureId))
    .where(
      and(
        isOut(ctx),
        eq(articles.language, locale),
        sectionSlug ? eq(articles.sectionSlug, sectionSlug) : undefined,
      ),
    )
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(feedLength);
  const parsed = rows.map((row) => ({
    row,
    blocks: row.access === 'supporters' ? [] : parseBody(row.body).blocks,
  }));
  const ids = parsed.flatMap(({ blocks }) => pictureIdsOf(blocks));
  const stored =
    ids.length > 0 ? await ctx.db.select().from(pictures).where(inArray(pictures.id, ids)) : [];
  const known = new Map(stored.map((each) => [each.id, pictureView(each, locale)]));
  return {
    section,
    stories: parsed.map(({ row, blocks }) => ({
      ...toCard(row),
      updatedAt: row.updatedAt.toISOString(),
      teaserHtml: row.access === 'supporters' ? renderMarkdown(row.teaser ?? '') : null,
      blocks: viewBlocks(blocks, known, openToNobody),
    })),
  };
}

async function findSection(ctx: Ctx, slug: string): Promise<FeedView['section']> {
  const [section] = await ctx.db
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.slug, slug));
  return section ?? null;
}
