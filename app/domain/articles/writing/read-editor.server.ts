import { and, asc, desc, eq, gt, ne } from 'drizzle-orm';
import {
  articleAuthors,
  articles,
  authors,
  pictures,
  sections,
} from '../../../db/schema/articles.ts';
import { articlePresence, articleWorkingCopies } from '../../../db/schema/revisions.ts';
import { minutesMs } from '../../../kernel/dates.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { listAllTiers } from '../../memberships/list-gate-tiers.server.ts';
import { type Ctx, readTogether } from '../../ports/context.ts';
import { namesOf } from '../../supporters/names-of.server.ts';
import { type ArticleFields, type ArticleStatus, stateOf } from './words.ts';

/** Who was last seen longer ago than this has gone. */
const presentMs = 2 * minutesMs;
/** More than these are found by their number. */
const picturesOffered = 200;

export interface EditedArticle {
  readonly articleId: string;
  readonly version: number;
  readonly state: ArticleStatus;
  readonly publishedAt: Date | null;
  readonly fields: ArticleFields;
}

/** An article as its editor shows it, whatever its state. Two queries. */
export async function readEditedArticle(
  ctx: Ctx,
  articleId: string,
): Promise<EditedArticle | null> {
  const [row] = await ctx.db.select().from(articles).where(eq(articles.id, articleId));
  if (!row) return null;
  const bylines = await ctx.db
    .select({ slug: articleAuthors.authorSlug })
    .from(articleAuthors)
    .where(eq(articleAuthors.articleId, articleId))
    .orderBy(asc(articleAuthors.position));
  const { slug, language, sectionSlug, headline, dek, body, access, isSensitive, tags } = row;
  const { pictureId, pictureCaption, seoDescription, correction, tierSlug } = row;
  return {
    ...{ articleId, version: row.version, publishedAt: row.publishedAt },
    state: stateOf(row, ctx.clock.now()),
    fields: {
      ...{ slug, language, sectionSlug, headline, dek, body, access, isSensitive, tags },
      ...{
        pictureId,
        pictureCaption,
        seoDescription,
        correction,
        tierSlug,
        teaser: row.teaser ?? '',
      },
      authorSlugs: bylines.map((byline) => byline.slug),
    },
  };
}

export interface EditorOptions {
  /** The lowest first, also those no longer on offer. */
  readonly tiers: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
  readonly sections: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
  readonly authors: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
  readonly pictures: readonly { readonly id: string; readonly alt: Record<Locale, string> }[];
}

/** What an article may be filed under. Four queries. */
export async function readEditorOptions(ctx: Ctx): Promise<EditorOptions> {
  const [ofTiers, ofSections, ofAuthors, ofPictures] = await readTogether(ctx, [
    () => listAllTiers(ctx),
    () =>
      ctx.db
        .select({ slug: sections.slug, name: sections.name })
        .from(sections)
        .orderBy(asc(sections.position)),
    () =>
      ctx.db
        .select({ slug: authors.slug, name: authors.name })
        .from(authors)
        .orderBy(asc(authors.slug)),
    () =>
      ctx.db
        .select({ id: pictures.id, alt: pictures.alt })
        .from(pictures)
        .orderBy(asc(pictures.id))
        .limit(picturesOffered),
  ]);
  return { tiers: ofTiers, sections: ofSections, authors: ofAuthors, pictures: ofPictures };
}

/** Notes that somebody has the article open, and answers who else has. */
export async function noteEditor(
  ctx: Ctx,
  input: { readonly articleId: string; readonly supporterId: string },
): Promise<string[]> {
  const { articleId, supporterId } = input;
  const seenAt = ctx.clock.now();
  await ctx.db
    .insert(articlePresence)
    .values({ articleId, supporterId, seenAt })
    .onConflictDoUpdate({
      target: [articlePresence.articleId, articlePresence.supporterId],
      set: { seenAt },
    });
  const rows = await ctx.db
    .select({ id: articlePresence.supporterId })
    .from(articlePresence)
    .where(
      and(
        eq(articlePresence.articleId, articleId),
        ne(articlePresence.supporterId, supporterId),
        gt(articlePresence.seenAt, new Date(seenAt.getTime() - presentMs)),
      ),
    )
    .orderBy(desc(articlePresence.seenAt));
  const ids = rows.map(({ id }) => id);
  const names = await namesOf(ctx, ids);
  return ids.flatMap((id) => names.get(id) ?? []);
}

interface Own {
  readonly articleId: string;
  readonly supporterId: string;
}

const own = ({ articleId, supporterId }: Own) =>
  and(
    eq(articleWorkingCopies.articleId, articleId),
    eq(articleWorkingCopies.supporterId, supporterId),
  );

/** What this person typed and has not saved. */
export async function readWorkingCopy(ctx: Ctx, whose: Own) {
  const [row] = await ctx.db.select().from(articleWorkingCopies).where(own(whose));
  return row ? { version: row.version, fields: row.fields, savedAt: row.savedAt } : null;
}

/** Keeps what is typed until it is saved or thrown away. */
export async function keepWorkingCopy(
  ctx: Ctx,
  input: Own & { readonly version: number; readonly fields: Readonly<Record<string, string>> },
): Promise<Date> {
  const { articleId, supporterId, version } = input;
  const kept = { version, fields: { ...input.fields }, savedAt: ctx.clock.now() };
  await ctx.db
    .insert(articleWorkingCopies)
    .values({ articleId, supporterId, ...kept })
    .onConflictDoUpdate({
      target: [articleWorkingCopies.articleId, articleWorkingCopies.supporterId],
      set: kept,
    });
  return kept.savedAt;
}

export async function dropWorkingCopy(ctx: Ctx, whose: Own): Promise<void> {
  await ctx.db.delete(articleWorkingCopies).where(own(whose));
}
