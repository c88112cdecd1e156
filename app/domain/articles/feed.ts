import type { Locale } from '../../kernel/locale.ts';
import type { BlockView, StoryCard } from './article.ts';

/** A story as a feed tells it: the whole of its public text, and never anything gated. */
export interface FeedStory extends StoryCard {
  /** ISO 8601. */
  readonly updatedAt: string;
  /** The opening of a story that is wholly for supporters. */
  readonly teaserHtml: string | null;
  readonly blocks: readonly BlockView[];
}

export interface FeedView {
  /** null = the feed of everything. */
  readonly section: { readonly slug: string; readonly name: Record<Locale, string> } | null;
  readonly stories: readonly FeedStory[];
}
