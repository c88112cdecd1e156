import { describe, expect, it } from 'vitest';
import type { BlockView } from '../../domain/articles/article.ts';
import { askPosition } from './ask-position.ts';

const text = (length: number): BlockView => ({ type: 'text', html: 'x'.repeat(length) });
const extra: BlockView = {
  type: 'extra',
  id: 'a',
  kind: 'data',
  title: 'A',
  holds: 'B',
  teaser: 'C',
  isLocked: true,
  tier: null,
};

describe('the place of the ask', () => {
  it('is the boundary nearest to two thirds of a long article', () => {
    expect(
      askPosition([text(1000), text(1000), text(1000), text(1000), text(1000), text(1000)]),
    ).toBe(4);
  });

  it('is the end of a short article, and of one in a single piece', () => {
    expect(askPosition([text(300), text(300), text(300)])).toBe(3);
    expect(askPosition([text(9000)])).toBe(1);
    expect(askPosition([])).toBe(0);
  });

  it('is never beside an extra, nor in the first half', () => {
    expect(askPosition([text(2000), text(2000), extra, text(2000), text(100)])).not.toBe(2);
    expect(askPosition([text(2000), text(2000), extra, text(2000), text(100)])).not.toBe(3);
    expect(askPosition([text(500), text(500), text(9000)])).toBe(3);
  });
});
