import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTsQuery } from './search-query.ts';

describe('a search', () => {
  it('wants every word, in any of its endings', () => {
    expect(toTsQuery('Ferry returns')).toBe("'ferr':* & 'retur':*");
    expect(toTsQuery('річка')).toBe("'річк':*");
  });

  it('is nothing without a word', () => {
    expect(toTsQuery(' — ?! ')).toBeNull();
  });

  it('lets no operator through, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from(`aїя7'"&|!:*()<-> \\\u0307İ`)) }),
        (typed) => {
          const query = toTsQuery(typed);
          if (query !== null)
            expect(query).toMatch(/^'[\p{L}\p{N}]+':\*( & '[\p{L}\p{N}]+':\*)*$/u);
        },
      ),
    );
  });
});
