import { describe, expect, it } from 'vitest';
import { tidyPublicName } from './public-name.ts';

describe('a public name', () => {
  it.each([
    ['  Anna   Kowal ', 'Anna Kowal'],
    ['Anna\n\tKowal', 'Anna Kowal'],
    ['Дар’я Ткач-Мороз', 'Дар’я Ткач-Мороз'],
    ['Fire Brigade No. 7', 'Fire Brigade No. 7'],
    ['\u202eanna\u202c', 'anna'],
    ['A\u0000n\u200bna', 'Anna'],
    ['O\u0301scar', 'Óscar'],
  ])('%j is printed as %j', (typed, printed) => {
    expect(tidyPublicName(typed)).toBe(printed);
  });

  it.each(['', '   ', '...', '\u200b\u200d', '— ✦ —'])('%j is no name', (typed) => {
    expect(tidyPublicName(typed)).toBe('');
  });
});
