import { asc, desc, inArray, or, sql } from 'drizzle-orm';
import { articles, sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { isOut, selectCards, toCard } from './card-rows.server.ts';
import { type FrontPageView, layFrontPage } from './front-page.ts';

/** Enough of each section in each language for its strip, the lead and the list of latest. */
const perSection = 12;

/**
 * The front page in one language, in two queries however much has been published.
 * @param input.mostSupportedIds articles in the order that readers' money gave them
 */
export async function listFrontPage(
  ctx: Ctx,
  input: { readonly locale: Locale; readonly mostSupportedIds?: readonly string[] },
): Promise<FrontPageView> {
  const mostSupportedIds = input.mostSupportedIds ?? [];
  const ranked = ctx.db
    .select({
      id: articles.id,
      place:
        sql<number>`row_number() over (partition by ${articles.sectionSlug}, ${articles.language} order by ${articles.publishedAt} desc, ${articles.id} desc)`.as(
          'place',
        ),
    })
    .from(articles)
    .where(isOut(ctx))
    .as('ranked');
  const chosen = ctx.db
    .select({ id: ranked.id })
    .from(ranked)
    .where(
      or(
        sql`${ranked.place} <= ${perSection}`,
        mostSupportedIds.length > 0 ? inArray(ranked.id, [...mostSupportedIds]) : undefined,
      ),
    );
  const rows = await selectCards(ctx)
    .where(inArray(articles.id, chosen))
    .orderBy(desc(articles.publishedAt), desc(articles.id));
  const order = await ctx.db
    .select({ slug: sections.slug })
    .from(sections)
    .orderBy(asc(sections.position));
  return layFrontPage({
    locale: input.locale,
    stories: rows.map(toCard),
    sectionOrder: order.map(({ slug }) => slug),
    mostSupportedIds,
  });
}
