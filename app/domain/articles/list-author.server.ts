import { eq } from 'drizzle-orm';
import { authors, pictures } from '../../db/schema/articles.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type PictureView, pictureView } from './picture.ts';
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
): Promise<
  (StoryPage & { readonly author: AuthorView; readonly portrait: PictureView | null }) | null
> {
  const [found] = await ctx.db
    .select({ author: authors, portrait: pictures })
    .from(authors)
    .leftJoin(pictures, eq(pictures.id, authors.portraitId))
    .where(eq(authors.slug, input.slug));
  if (!found) return null;
  const { slug, name, role, bio } = found.author;
  const page = await listStories(ctx, {
    locale: input.locale,
    authorSlug: slug,
    before: input.before,
  });
  const portrait = found.portrait ? pictureView(found.portrait, input.locale) : null;
  return { author: { slug, name, role, bio }, portrait, ...page };
}
