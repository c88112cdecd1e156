import type { Locale } from '../../../kernel/locale.ts';
import type { ArticleLink } from '../article-link.ts';

export interface ListedPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly hasAvif: boolean;
  readonly alt: Record<Locale, string>;
  readonly credit: Record<Locale, string>;
  readonly caption: Record<Locale, string>;
  readonly createdAt: Date;
  /** How many articles and authors show it. */
  readonly uses: number;
}

export interface PicturePage {
  readonly pictures: readonly ListedPicture[];
  /** The id to go on after; null = that was all. */
  readonly next: string | null;
}

export interface PictureUses {
  /** The latest first; at most {@link usesShown}. */
  readonly articles: readonly ArticleLink[];
  readonly authors: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
}

export const usesShown = 50;
