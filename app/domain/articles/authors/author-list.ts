import type { Locale } from '../../../kernel/locale.ts';
import type { ArticleLink } from '../article-link.ts';

export interface ListedAuthor {
  readonly slug: string;
  readonly name: Record<Locale, string>;
  readonly role: Record<Locale, string>;
  readonly articles: number;
}

export interface AuthorPage {
  readonly authors: readonly ListedAuthor[];
  /** The slug to go on after; null = that was all. */
  readonly next: string | null;
}

export interface AuthorWithUses {
  readonly slug: string;
  readonly name: Record<Locale, string>;
  readonly role: Record<Locale, string>;
  readonly bio: Record<Locale, string>;
  readonly portraitId: string | null;
  /** The latest articles that carry the name. */
  readonly latest: readonly ArticleLink[];
}
