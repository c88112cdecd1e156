import { asc, sql } from 'drizzle-orm';
import { sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';

export interface SectionView {
  readonly slug: string;
  readonly name: Record<Locale, string>;
  readonly description: Record<Locale, string>;
}

/** The sections in their order, and when the newest story came out. One query. */
export async function listSections(
  ctx: Ctx,
): Promise<{ sections: SectionView[]; latestAt: Date | null }> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .select({
      slug: sections.slug,
      name: sections.name,
      description: sections.description,
      latestAt: sql<Date | null>`(select max(published_at) from articles
        where status in ('published', 'scheduled') and published_at <= ${now})`.mapWith(
        (value: string | null) => (value === null ? null : new Date(value)),
      ),
    })
    .from(sections)
    .orderBy(asc(sections.position));
  return {
    sections: rows.map(({ slug, name, description }) => ({ slug, name, description })),
    latestAt: rows[0]?.latestAt ?? null,
  };
}
