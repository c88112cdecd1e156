import type { ArticleSupport } from './supporter-report.ts';

/** One article, as staff see it in a list, with all the support that it ever brought. */
export interface ListedArticle extends ArticleSupport {
  readonly section: { readonly en: string; readonly uk: string };
  /** In the article's own language, in the order of the byline. */
  readonly authors: readonly string[];
  readonly access: 'free' | 'supporters';
  /** Something of it is for supporters only. */
  readonly hasExtras: boolean;
  /** As of now: one that was scheduled and whose hour is past is published. */
  readonly status: 'draft' | 'scheduled' | 'published' | 'withdrawn';
  /** Null for a draft. */
  readonly publishedAt: Date | null;
  readonly editedAt: Date;
}

export interface ArticlePage {
  readonly articles: readonly ListedArticle[];
  readonly next: string | null;
}

/** What the list's filter offers. */
export interface ArticleFilterOptions {
  readonly sections: readonly NamedSlug[];
  readonly authors: readonly NamedSlug[];
}

export interface NamedSlug {
  readonly slug: string;
  readonly name: { readonly en: string; readonly uk: string };
}
