/** The words of an article, of which every save that changes them keeps a revision. */
export interface ArticleWords {
  readonly headline: string;
  readonly dek: string;
  readonly body: string;
  /** '' = none. */
  readonly teaser: string;
}

/** What an editor writes: everything of an article but its place and its state. */
export interface ArticleFields extends ArticleWords {
  /** Its name in the address. */
  readonly slug: string;
  readonly language: 'en' | 'uk';
  readonly sectionSlug: string;
  readonly access: 'free' | 'supporters';
  /** The lowest tier that opens a piece that is wholly an extra; null = any support does. */
  readonly tierSlug: string | null;
  readonly isSensitive: boolean;
  readonly tags: readonly string[];
  readonly pictureId: string | null;
  readonly pictureCaption: string | null;
  readonly seoDescription: string | null;
  /** In the order of the byline. */
  readonly authorSlugs: readonly string[];
  /** What readers are told was put right; null = nothing. */
  readonly correction: string | null;
}

export type ArticleStatus = 'draft' | 'scheduled' | 'published' | 'withdrawn';

/** What an article is now: a scheduled one has come out by itself when its hour is past. */
export function stateOf(
  article: { readonly status: ArticleStatus; readonly publishedAt: Date | null },
  now: Date,
): ArticleStatus {
  if (article.status !== 'scheduled') return article.status;
  return article.publishedAt && article.publishedAt <= now ? 'published' : 'scheduled';
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+([’'ʼ-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

const wordsAMinute = 220;

/** Whole minutes that reading takes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsAMinute));
}

export function wordsOf({ headline, dek, body, teaser }: ArticleWords): ArticleWords {
  return { headline, dek, body, teaser };
}

export function sameWords(one: ArticleWords, other: ArticleWords): boolean {
  return (
    one.headline === other.headline &&
    one.dek === other.dek &&
    one.body === other.body &&
    one.teaser === other.teaser
  );
}
