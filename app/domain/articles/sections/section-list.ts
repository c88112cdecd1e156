import type { Locale } from '../../../kernel/locale.ts';
import type { ArticleLink } from '../article-link.ts';

interface Section {
  readonly slug: string;
  readonly name: Record<Locale, string>;
  readonly description: Record<Locale, string>;
}

export interface SectionWithUses extends Section {
  /** Drafts and withdrawn ones too. */
  readonly articles: number;
}

export interface SectionUses extends Section {
  /** The latest articles that stand in it. */
  readonly latest: readonly ArticleLink[];
}
