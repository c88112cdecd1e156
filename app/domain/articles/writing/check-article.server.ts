import { eq, inArray } from 'drizzle-orm';
import { authors, pictures, sections } from '../../../db/schema/articles.ts';
import { slugShape } from '../../../kernel/slug.ts';
import type { Ctx } from '../../ports/context.ts';
import { listGateTiers } from '../../memberships/list-gate-tiers.server.ts';
import { type BodyProblem, parseBody, pictureIdsOf, tiersOf } from '../body.ts';
import type { ArticleFields } from './words.ts';

export type ArticleFault =
  | 'slug_malformed'
  | 'headline_missing'
  | 'body_malformed'
  | 'tier_unknown'
  | 'body_tier_unknown'
  | 'teaser_missing'
  | 'section_unknown'
  | 'author_unknown'
  | 'picture_unknown'
  | 'body_picture_unknown';

export interface ArticleCheck {
  /** Each fault once, in the order of the editor's fields. */
  readonly faults: readonly ArticleFault[];
  readonly problems: readonly BodyProblem[];
}

/** What is wrong with an article's fields, all of it at once. Four queries at most. */
export async function checkArticle(ctx: Ctx, fields: ArticleFields): Promise<ArticleCheck> {
  const { blocks, problems } = parseBody(fields.body);
  const inBody = pictureIdsOf(blocks);
  const pictureIds = [...new Set([...inBody, ...(fields.pictureId ? [fields.pictureId] : [])])];
  const bylines = [...new Set(fields.authorSlugs)];
  const hasSection = (await ctx.db.$count(sections, eq(sections.slug, fields.sectionSlug))) > 0;
  const knownAuthors =
    bylines.length === 0 ? 0 : await ctx.db.$count(authors, inArray(authors.slug, bylines));
  const knownPictures = new Set(
    pictureIds.length === 0
      ? []
      : (
          await ctx.db
            .select({ id: pictures.id })
            .from(pictures)
            .where(inArray(pictures.id, pictureIds))
        ).map(({ id }) => id),
  );
  const inExtras = tiersOf(blocks);
  const knownTiers = await listGateTiers(ctx, [
    ...new Set([...inExtras, ...(fields.tierSlug ? [fields.tierSlug] : [])]),
  ]);
  const faults: [boolean, ArticleFault][] = [
    [fields.headline.trim() === '', 'headline_missing'],
    [problems.length > 0, 'body_malformed'],
    [inBody.some((id) => !knownPictures.has(id)), 'body_picture_unknown'],
    [inExtras.some((slug) => !knownTiers.has(slug)), 'body_tier_unknown'],
    [fields.tierSlug !== null && !knownTiers.has(fields.tierSlug), 'tier_unknown'],
    [fields.access === 'supporters' && fields.teaser.trim() === '', 'teaser_missing'],
    // Without a headline there is nothing to make an empty one of, and that has been said.
    [
      !slugShape.test(fields.slug) && (fields.slug !== '' || fields.headline.trim() !== ''),
      'slug_malformed',
    ],
    [!hasSection, 'section_unknown'],
    [knownAuthors < bylines.length, 'author_unknown'],
    [fields.pictureId !== null && !knownPictures.has(fields.pictureId), 'picture_unknown'],
  ];
  return { faults: faults.flatMap(([is, fault]) => (is ? [fault] : [])), problems };
}
