import type { CurrencyCode } from '../../kernel/currencies.ts';

type Translated = { readonly en: string; readonly uk: string };

/** What the list of supporters can be narrowed to, and how what narrows it now is called. */
export interface FilterOptions {
  readonly tiers: readonly { readonly slug: string; readonly name: Translated }[];
  readonly campaigns: readonly { readonly id: string; readonly title: Translated }[];
  /** Those in which anybody gave. */
  readonly currencies: readonly CurrencyCode[];
  /** The headline of the article that the filter names; null when there is none. */
  readonly articleTitle: string | null;
}

/** An article that a search for one found. */
export interface FoundArticle {
  readonly id: string;
  readonly headline: string;
}
