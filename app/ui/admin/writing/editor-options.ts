import type { Locale } from '../../../kernel/locale.ts';

type Names = Record<Locale, string>;

/** What an article may be filed under. */
export interface EditorOptions {
  readonly tiers: readonly { readonly slug: string; readonly name: Names }[];
  readonly sections: readonly { readonly slug: string; readonly name: Names }[];
  readonly authors: readonly { readonly slug: string; readonly name: Names }[];
  readonly pictures: readonly { readonly id: string; readonly alt: Names }[];
}
