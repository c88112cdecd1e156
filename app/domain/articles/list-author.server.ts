import { eq } from 'drizzle-orm';
import { authors } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type StoryPage, listStories } from './list-stories.server.ts';

export interface AuthorView {
  readonly slug: string;
  readonly name: Record<Locale, string>;
  readonly role: Record<Locale, string>;
  readonly bio: Record<Locale, string>;
}

/** Who an author is and one page of what they wrote, or null when there is nobody of that name. */
export async function listAuthor(
  ctx: Ctx,
  input: { readonly slug: string; readonly locale: Locale; readonly before?: string | null },
): Promise<(StoryPage & { readonly author: AuthorView }) | null> {
  const [author] = await ctx.db.select().from(authors).where(eq(authors.slug, input.slug));
  if (!author) return null;
  const page = await listStories(ctx, {
    locale: input.locale,
    authorSlug: author.slug,
    before: input.before,
  });
  return { author, ...page };
}
