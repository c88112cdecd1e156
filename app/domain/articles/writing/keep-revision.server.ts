import { desc, eq } from 'drizzle-orm';
import { articleRevisions } from '../../../db/schema/revisions.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { type ArticleWords, countWords } from './words.ts';

/** Keeps an article's words as its next revision. Caller's duty: holds the article's row. */
export async function keepRevision(
  tx: Ctx,
  input: {
    readonly articleId: string;
    readonly actorId: string | null;
    readonly words: ArticleWords;
    readonly restoredFrom: number | null;
  },
): Promise<number> {
  const { articleId, actorId, words, restoredFrom } = input;
  const [last] = await tx.db
    .select({ number: articleRevisions.number })
    .from(articleRevisions)
    .where(eq(articleRevisions.articleId, articleId))
    .orderBy(desc(articleRevisions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  await tx.db.insert(articleRevisions).values({
    ...{ id: newId(), articleId, number, savedBy: actorId, savedAt: tx.clock.now() },
    ...{ restoredFrom, words, wordCount: countWords(words.body) },
  });
  return number;
}

/**
 * Keeps the words of an article that stood before revisions were kept, so that its first change
 * loses nothing. Does nothing where there is a revision. Caller's duty: holds the article's row.
 */
export async function keepFirstRevision(
  tx: Ctx,
  input: {
    readonly articleId: string;
    readonly words: ArticleWords;
    readonly savedAt: Date;
  },
): Promise<void> {
  const { articleId, words, savedAt } = input;
  if ((await tx.db.$count(articleRevisions, eq(articleRevisions.articleId, articleId))) > 0) return;
  await tx.db.insert(articleRevisions).values({
    ...{ id: newId(), articleId, number: 1, savedBy: null, savedAt },
    ...{ restoredFrom: null, words, wordCount: countWords(words.body) },
  });
}
