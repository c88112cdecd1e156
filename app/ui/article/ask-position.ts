import type { BlockView } from '../../domain/articles/article.ts';

/** A shorter article is asked under after its end. */
const longEnough = 2_500;
const wanted = 0.66;
const earliest = 0.45;

/**
 * Before which block the ask stands: at the boundary nearest to two thirds of the words, and never
 * next to an extra, which has an offer of its own, or before the middle; in a short article at its end.
 */
export function askPosition(blocks: readonly BlockView[]): number {
  const lengths = blocks.map(wordsIn);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total < longEnough) return blocks.length;
  let best = blocks.length;
  let bestDistance = 1 - wanted;
  let soFar = 0;
  lengths.forEach((length, index) => {
    const share = soFar / total;
    const distance = Math.abs(share - wanted);
    const isFree = [blocks[index - 1], blocks[index]].every((each) => each?.type !== 'extra');
    if (isFree && share >= earliest && distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
    soFar += length;
  });
  return best;
}

function wordsIn(block: BlockView): number {
  return 'html' in block ? block.html.length : 200;
}
