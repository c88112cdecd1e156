import { sql } from 'drizzle-orm';
import { authors } from '../../db/schema/articles.ts';
import type { Ctx } from '../ports/context.ts';
import type { AuthorView } from './list-author.server.ts';

/** Adds or replaces authors, by their slugs. */
export async function saveAuthors(ctx: Ctx, list: readonly AuthorView[]): Promise<void> {
  if (list.length === 0) return;
  await ctx.db
    .insert(authors)
    .values([...list])
    .onConflictDoUpdate({
      target: authors.slug,
      set: { name: sql`excluded.name`, role: sql`excluded.role`, bio: sql`excluded.bio` },
    });
}
