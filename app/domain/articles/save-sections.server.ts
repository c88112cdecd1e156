import { sql } from 'drizzle-orm';
import { sections } from '../../db/schema/articles.ts';
import type { Ctx } from '../ports/context.ts';
import type { SectionView } from './list-sections.server.ts';

/** Adds or replaces sections; their order in the list is their order on the site. */
export async function saveSections(ctx: Ctx, list: readonly SectionView[]): Promise<void> {
  if (list.length === 0) return;
  await ctx.db
    .insert(sections)
    .values(list.map((section, position) => ({ ...section, position })))
    .onConflictDoUpdate({
      target: sections.slug,
      set: {
        position: sql`excluded.position`,
        name: sql`excluded.name`,
        description: sql`excluded.description`,
      },
    });
}
