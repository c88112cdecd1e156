/** The longest name that the thank-you wall prints, in UTF-16 units. */
export const publicNameLimit = 80;

/** Marks that turn the direction of what follows, and blanks that nobody sees: a name could spoil a page with them. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A name as it was typed, as it may be printed: one line, single spaces, nothing invisible. Empty
 * when no letter and no digit is left. The caller checks its length.
 */
export function tidyPublicName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}
