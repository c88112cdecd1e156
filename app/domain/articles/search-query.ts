/** More words than this make a search no better. */
const maxWords = 8;
const maxLength = 200;

/**
 * Turns what a reader typed into a Postgres `tsquery` for the 'simple' configuration, or null when
 * there is no word in it. Every word must be there, in any of its endings: the ending is cut, since
 * no dictionary for both languages is at hand ("річка" finds "річку", "ferry" finds "ferries").
 */
export function toTsQuery(typed: string): string | null {
  const words =
    typed
      .slice(0, maxLength)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words
    .slice(0, maxWords)
    .map((word) => `'${stem(word)}':*`)
    .join(' & ');
}

function stem(word: string): string {
  const letters = Array.from(word);
  const cut = letters.length >= 7 ? 2 : letters.length >= 4 ? 1 : 0;
  return letters.slice(0, letters.length - cut).join('');
}
