import { and, eq, sql } from 'drizzle-orm';
import { isUniqueViolation } from '../../../db/failures.ts';
import { articleAuthors, articles } from '../../../db/schema/articles.ts';
import { articleAddresses, articleWorkingCopies } from '../../../db/schema/revisions.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { newId } from '../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { publicText } from '../public-text.ts';
import { keepFirstRevision, keepRevision } from './keep-revision.server.ts';
import { checkArticle } from './check-article.server.ts';
import { type ArticleFields, sameWords, stateOf, wordsOf } from './words.ts';

/**
 * faulty: {@link checkArticle} says what is wrong. stale: somebody has saved since, and what they
 * have made of it is the article now.
 */
export type WriteFailure = 'faulty' | 'slug_taken' | 'gone' | 'stale';

interface Written {
  readonly articleId: string;
  readonly version: number;
}

/** Begins an article as a draft, with its first revision. Caller's duty: that the actor may. */
export async function beginArticle(
  ctx: Ctx,
  input: { readonly actorId: string; readonly fields: ArticleFields },
): Promise<Result<Written, WriteFailure>> {
  const { fields, actorId } = input;
  const check = await checkArticle(ctx, fields);
  if (check.faults.length > 0) return fail('faulty');
  const id = newId();
  return orSlugTaken(() =>
    inTransaction(ctx, async (tx) => {
      const now = tx.clock.now();
      await tx.db.insert(articles).values({
        ...{ id, createdAt: now, updatedAt: now, editedAt: now, status: 'draft' },
        ...columnsOf(fields),
      });
      await writeBylines(tx, id, fields.authorSlugs);
      await keepRevision(tx, {
        articleId: id,
        actorId,
        words: wordsOf(fields),
        restoredFrom: null,
      });
      await recordAudit(tx, {
        ...{ actorId, action: 'article.begun', reason: '' },
        ...{ subjectKind: 'article', subjectId: id, after: { slug: fields.slug } },
      });
      return ok({ articleId: id, version: 1 });
    }),
  );
}

/**
 * Saves an article. A revision is made when its words changed; when a piece that is out moves, its
 * old address leads to the new one; readers are told of the change only where `isTold` says so.
 * @param input.version the one that the editor began from
 * Caller's duty: that the actor may.
 */
export async function writeArticle(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly articleId: string;
    readonly version: number;
    readonly fields: ArticleFields;
    readonly isTold: boolean;
    readonly restoredFrom?: number;
  },
): Promise<Result<Written, WriteFailure>> {
  const { fields, actorId, articleId } = input;
  const check = await checkArticle(ctx, fields);
  if (check.faults.length > 0) return fail('faulty');
  return orSlugTaken(() =>
    inTransaction(ctx, async (tx): Promise<Result<Written, WriteFailure>> => {
      const [row] = await tx.db
        .select()
        .from(articles)
        .where(eq(articles.id, articleId))
        .for('update');
      if (!row) return fail('gone');
      if (row.version !== input.version) return fail('stale');
      const now = tx.clock.now();
      const before = { ...row, teaser: row.teaser ?? '' };
      const isOut =
        stateOf(row, now) !== 'draft' && row.publishedAt !== null && row.publishedAt <= now;
      const version = row.version + 1;
      await tx.db
        .update(articles)
        .set({
          ...columnsOf(fields),
          version,
          editedAt: now,
          updatedAt: input.isTold || !isOut ? now : row.updatedAt,
        })
        .where(eq(articles.id, articleId));
      await writeBylines(tx, articleId, fields.authorSlugs);
      if (!sameWords(wordsOf(before), wordsOf(fields))) {
        await keepFirstRevision(tx, { articleId, words: wordsOf(before), savedAt: row.editedAt });
        await keepRevision(tx, {
          ...{ articleId, actorId, words: wordsOf(fields) },
          restoredFrom: input.restoredFrom ?? null,
        });
      }
      if (isOut && (row.slug !== fields.slug || row.sectionSlug !== fields.sectionSlug)) {
        await leaveAddress(tx, { articleId, from: row, to: fields });
      }
      await tx.db
        .delete(articleWorkingCopies)
        .where(
          and(
            eq(articleWorkingCopies.articleId, articleId),
            eq(articleWorkingCopies.supporterId, actorId),
          ),
        );
      const changes = changed(before, columnsOf(fields));
      await recordAudit(tx, {
        ...{ actorId, action: 'article.saved', reason: '' },
        ...{ subjectKind: 'article', subjectId: articleId, ...changes },
        detail: { version, areReadersTold: isOut && input.isTold },
      });
      return ok({ articleId, version });
    }),
  );
}

async function orSlugTaken<Value>(
  run: () => Promise<Result<Value, WriteFailure>>,
): Promise<Result<Value, WriteFailure>> {
  try {
    return await run();
  } catch (error) {
    if (isUniqueViolation(error)) return fail('slug_taken');
    throw error;
  }
}

function columnsOf(fields: ArticleFields) {
  const { authorSlugs: _, teaser, tags, ...columns } = fields;
  return {
    ...columns,
    tags: [...tags],
    teaser: teaser.trim() === '' ? null : teaser,
    searchText: publicText(fields),
  };
}

async function writeBylines(tx: Ctx, articleId: string, authorSlugs: readonly string[]) {
  await tx.db.delete(articleAuthors).where(eq(articleAuthors.articleId, articleId));
  const bylines = [...new Set(authorSlugs)];
  if (bylines.length === 0) return;
  await tx.db
    .insert(articleAuthors)
    .values(bylines.map((authorSlug, position) => ({ articleId, authorSlug, position })));
}

interface Address {
  readonly sectionSlug: string;
  readonly slug: string;
}

/** Where it stood leads to it; where it stands now leads to nothing else any more. */
async function leaveAddress(
  tx: Ctx,
  { articleId, from, to }: { articleId: string; from: Address; to: Address },
): Promise<void> {
  await tx.db
    .delete(articleAddresses)
    .where(
      and(eq(articleAddresses.sectionSlug, to.sectionSlug), eq(articleAddresses.slug, to.slug)),
    );
  await tx.db
    .insert(articleAddresses)
    .values({ sectionSlug: from.sectionSlug, slug: from.slug, articleId, leftAt: tx.clock.now() })
    .onConflictDoUpdate({
      target: [articleAddresses.sectionSlug, articleAddresses.slug],
      set: { articleId, leftAt: sql`excluded.left_at` },
    });
}

const long = new Set(['body', 'teaser', 'searchText']);

/** What changed, for the log; of long texts only that they did: revisions have the words. */
function changed(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const names = Object.keys(after).filter(
    (name) =>
      name !== 'searchText' &&
      JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null) &&
      !(name === 'teaser' && !before[name] && !after[name]),
  );
  const pick = (from: Readonly<Record<string, unknown>>, isAfter: boolean) =>
    Object.fromEntries(
      names.map((name) => [
        name,
        long.has(name) ? (isAfter ? 'new' : 'old') : (from[name] ?? null),
      ]),
    );
  return { before: pick(before, false), after: pick(after, true) };
}
