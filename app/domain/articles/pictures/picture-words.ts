import type { Locale } from '../../../kernel/locale.ts';

type Translated = Record<Locale, string>;

/** What the newsroom says about a picture. */
export interface PictureWords {
  /** What it shows, for whoever doesn't see it; in one language at least. */
  readonly alt: Translated;
  /** Who made it; in one language at least. */
  readonly credit: Translated;
  readonly caption: Translated;
}

export const wordLimits = { alt: 500, credit: 200, caption: 500 } as const;

export type PictureWordsFault = 'alt_missing' | 'credit_missing' | 'words_too_long';

/** What is wrong with the words, or null. */
export function faultOfWords(words: PictureWords): PictureWordsFault | null {
  if (words.alt.en === '' && words.alt.uk === '') return 'alt_missing';
  if (words.credit.en === '' && words.credit.uk === '') return 'credit_missing';
  const isTooLong = (['alt', 'credit', 'caption'] as const).some((name) =>
    Object.values(words[name]).some((text) => text.length > wordLimits[name]),
  );
  return isTooLong ? 'words_too_long' : null;
}
