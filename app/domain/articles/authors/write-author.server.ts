import { eq } from 'drizzle-orm';
import { isForeignKeyViolation, isUniqueViolation } from '../../../db/failures.ts';
import { authors } from '../../../db/schema/articles.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { isSlug } from '../sections/reserved-slugs.ts';

export interface AuthorWords {
  readonly name: Record<Locale, string>;
  readonly role: Record<Locale, string>;
  readonly bio: Record<Locale, string>;
  /** A picture of the library. */
  readonly portraitId: string | null;
}

interface Act {
  readonly slug: string;
  readonly actorId: string;
  readonly reason: string;
}

/** Adds a byline. Its address stays for good. Caller's duty: that the actor may. */
export async function addAuthor(
  ctx: Ctx,
  { actorId, reason, ...author }: AuthorWords & Act,
): Promise<Result<null, 'slug_malformed' | 'slug_taken' | 'portrait_unknown'>> {
  if (!isSlug(author.slug)) return fail('slug_malformed');
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.db.insert(authors).values(author);
      // A byline is public, and its words are the newsroom's; the log does without them all the same.
      await recordAudit(tx, {
        ...{ actorId, action: 'author.added', reason },
        ...{ subjectKind: 'author', subjectId: author.slug },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail('slug_taken');
    if (isForeignKeyViolation(error)) return fail('portrait_unknown');
    throw error;
  }
  return ok(null);
}

/** Changes what is said of an author. Caller's duty: that the actor may. */
export async function changeAuthor(
  ctx: Ctx,
  { actorId, reason, slug, ...words }: AuthorWords & Act,
): Promise<Result<null, 'gone' | 'portrait_unknown'>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const [row] = await tx.db.select().from(authors).where(eq(authors.slug, slug)).for('update');
      if (!row) return fail('gone');
      await tx.db.update(authors).set(words).where(eq(authors.slug, slug));
      const changed = (['name', 'role', 'bio'] as const).filter(
        (field) => row[field].en !== words[field].en || row[field].uk !== words[field].uk,
      );
      await recordAudit(tx, {
        ...{ actorId, action: 'author.changed', reason },
        ...{ subjectKind: 'author', subjectId: slug, detail: { changed } },
        ...(row.portraitId === words.portraitId
          ? {}
          : { before: { portrait: row.portraitId }, after: { portrait: words.portraitId } }),
      });
      return ok(null);
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('portrait_unknown');
    throw error;
  }
}

/** Takes an author away. The database itself refuses while articles carry the name. Caller's duty: that the actor may. */
export async function removeAuthor(
  ctx: Ctx,
  { slug, actorId, reason }: Act,
): Promise<Result<null, 'gone' | 'in_use'>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const removed = await tx.db.delete(authors).where(eq(authors.slug, slug)).returning();
      if (removed.length === 0) return fail('gone');
      await recordAudit(tx, {
        ...{ actorId, action: 'author.removed', reason },
        ...{ subjectKind: 'author', subjectId: slug },
      });
      return ok(null);
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use');
    throw error;
  }
}
