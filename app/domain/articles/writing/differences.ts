import { diffWordsWithSpace } from 'diff';
import type { ArticleWords } from './words.ts';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two texts that have hardly anything in common are compared only so long. */
const mostMs = 500;

/** What became of a text, word by word. */
export function differencesOf(before: string, after: string): Piece[] {
  const whole: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  const parts = diffWordsWithSpace(before, after, { timeout: mostMs });
  const pieces = parts?.map(({ value, added, removed }): Piece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
  return (pieces ?? whole).filter(({ text }) => text !== '');
}

export const wordFields = ['headline', 'dek', 'teaser', 'body'] as const;

/** The fields of which the words changed. */
export function differingFields(
  before: ArticleWords,
  after: ArticleWords,
): { field: (typeof wordFields)[number]; pieces: Piece[] }[] {
  return wordFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, pieces: differencesOf(before[field], after[field]) }));
}

const quietWords = 14;

/** Long runs that stayed as they were, shortened: their ends stand where the change does. */
export function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same') return piece;
    const words = piece.text.split(/(?<=\s)/);
    if (words.length <= quietWords * 2 + 4) return piece;
    const head = index === 0 ? '' : words.slice(0, quietWords).join('');
    const tail = index === pieces.length - 1 ? '' : words.slice(-quietWords).join('');
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}
