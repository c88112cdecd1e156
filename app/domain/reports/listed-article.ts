import type { ArticleSupport } from './supporter-report.ts';

/** One article, as staff see it in a list, with all the support that it ever brought. */
export interface ListedArticle extends ArticleSupport {
  readonly section: { readonly en: string; readonly uk: string };
  readonly access: 'free' | 'supporters';
  readonly status: 'draft' | 'scheduled' | 'published';
  /** Null for a draft. */
  readonly publishedAt: Date | null;
}

export interface ArticlePage {
  readonly articles: readonly ListedArticle[];
  readonly next: string | null;
}
