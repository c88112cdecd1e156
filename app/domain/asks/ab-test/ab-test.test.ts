import { expect, it } from 'vitest';
import { armsOf, creditOf, parseVariant, variantCode } from './ab-test.ts';

it('a variant is read as it is written, and nothing else is one', () => {
  for (const arm of ['a', 'b', 'none'] as const) {
    expect(parseVariant(variantCode(12, arm))).toEqual({ number: 12, arm });
  }
  for (const code of [null, '', 'b', '0a', '3c', '3b ', '123456a', '1nonea', "1a' or true"]) {
    expect(parseVariant(code)).toBeNull();
  }
});

it('no ask is credited with a gift of somebody who was shown none', () => {
  expect(creditOf('ask', '2b')).toEqual({ askId: 'ask', askVariant: '2b' });
  expect(creditOf('ask', '2none')).toEqual({ askId: null, askVariant: '2none:ask' });
});

it('a test has the arms that somebody can draw', () => {
  expect(armsOf({ shareB: 50, holdBack: 0 })).toEqual(['a', 'b']);
  expect(armsOf({ shareB: 0, holdBack: 5 })).toEqual(['a', 'none']);
  expect(armsOf({ shareB: 50, holdBack: 5 })).toEqual(['a', 'b', 'none']);
});
