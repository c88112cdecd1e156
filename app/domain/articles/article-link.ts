import type { Locale } from '../../kernel/locale.ts';

/** An article as a page of the desk names it. */
export interface ArticleLink {
  readonly id: string;
  readonly headline: string;
  readonly language: Locale;
}
