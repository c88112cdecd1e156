const nameMaxLength = 80;

/**
 * A name that somebody typed, made safe for a line of ours: no line ends (a header would end
 * there), no other control characters, no marks that turn the writing direction round for what
 * follows (https://www.unicode.org/reports/tr9/#Explicit_Directional_Embeddings), and not endless.
 */
export function plainName(typed: string | null): string | null {
  const cleaned = (typed ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (cleaned === '') return null;
  const letters = Array.from(new Intl.Segmenter().segment(cleaned), ({ segment }) => segment);
  return letters.length > nameMaxLength
    ? `${letters
        .slice(0, nameMaxLength - 1)
        .join('')
        .trimEnd()}…`
    : cleaned;
}

/** One line: what goes into a header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
