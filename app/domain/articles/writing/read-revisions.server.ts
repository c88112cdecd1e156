import { and, desc, eq, lt } from 'drizzle-orm';
import { articleRevisions } from '../../../db/schema/revisions.ts';
import type { Ctx } from '../../ports/context.ts';
import { namesOf } from '../../supporters/names-of.server.ts';
import type { ArticleWords } from './words.ts';

export interface ListedRevision {
  readonly number: number;
  readonly savedAt: Date;
  /** null = it came with an import, or its writer has been erased. */
  readonly savedBy: string | null;
  readonly restoredFrom: number | null;
  readonly wordCount: number;
}

const columns = {
  number: articleRevisions.number,
  savedAt: articleRevisions.savedAt,
  savedBy: articleRevisions.savedBy,
  restoredFrom: articleRevisions.restoredFrom,
  wordCount: articleRevisions.wordCount,
};

function named(names: ReadonlyMap<string, string>): (row: ListedRevision) => ListedRevision {
  return ({ savedBy, ...facts }) => ({
    ...facts,
    savedBy: savedBy === null ? null : (names.get(savedBy) ?? null),
  });
}

/** Revisions of an article, the newest first. */
export async function listRevisions(
  ctx: Ctx,
  input: { readonly articleId: string; readonly before: number | null; readonly limit: number },
): Promise<{ revisions: ListedRevision[]; next: number | null }> {
  const rows = await ctx.db
    .select(columns)
    .from(articleRevisions)
    .where(
      and(
        eq(articleRevisions.articleId, input.articleId),
        input.before === null ? undefined : lt(articleRevisions.number, input.before),
      ),
    )
    .orderBy(desc(articleRevisions.number))
    .limit(input.limit + 1);
  const names = await namesOf(
    ctx,
    rows.map(({ savedBy }) => savedBy),
  );
  const shown = rows.slice(0, input.limit).map(named(names));
  return {
    revisions: shown,
    next: rows.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** One revision with its words, and those before it; null = there is none of this number. */
export async function readRevision(
  ctx: Ctx,
  input: { readonly articleId: string; readonly number: number },
): Promise<(ListedRevision & { words: ArticleWords; before: ArticleWords | null }) | null> {
  const rows = await ctx.db
    .select({ ...columns, words: articleRevisions.words })
    .from(articleRevisions)
    .where(
      and(
        eq(articleRevisions.articleId, input.articleId),
        lt(articleRevisions.number, input.number + 1),
      ),
    )
    .orderBy(desc(articleRevisions.number))
    .limit(2);
  const [row, before] = rows;
  if (row?.number !== input.number) return null;
  const { words, ...facts } = row;
  const names = await namesOf(ctx, [row.savedBy]);
  return { ...named(names)(facts), words, before: before?.words ?? null };
}
