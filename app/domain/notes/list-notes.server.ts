import { and, desc, eq, lt } from 'drizzle-orm';
import { notes } from '../../db/schema/notes.ts';
import type { Ctx } from '../ports/context.ts';
import { namesOf } from '../supporters/names-of.server.ts';
import type { Note } from './note.ts';

/** Notes on somebody, the newest first. Two queries. */
export async function listNotes(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly before: Date | null; readonly limit: number },
): Promise<Note[]> {
  const rows = await ctx.db
    .select()
    .from(notes)
    .where(
      and(
        eq(notes.supporterId, input.supporterId),
        input.before ? lt(notes.at, input.before) : undefined,
      ),
    )
    .orderBy(desc(notes.at), notes.id)
    .limit(input.limit);
  const names = await namesOf(
    ctx,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map(({ id, words, at, authorId }) => ({
    ...{ id, words, at, author: names.get(authorId) ?? null },
  }));
}
