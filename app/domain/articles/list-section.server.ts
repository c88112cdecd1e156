import { eq } from 'drizzle-orm';
import { sections } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import type { SectionView } from './list-sections.server.ts';
import { type StoryPage, listStories } from './list-stories.server.ts';

/** One page of a section, or null when there is no such section. */
export async function listSection(
  ctx: Ctx,
  input: { readonly slug: string; readonly locale: Locale; readonly before?: string | null },
): Promise<(StoryPage & { readonly section: SectionView }) | null> {
  const [section] = await ctx.db
    .select({ slug: sections.slug, name: sections.name, description: sections.description })
    .from(sections)
    .where(eq(sections.slug, input.slug));
  if (!section) return null;
  const page = await listStories(ctx, {
    locale: input.locale,
    sectionSlug: section.slug,
    before: input.before,
  });
  return { section, ...page };
}
