import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugOf, slugShape } from './slug.ts';

it('writes Ukrainian in the official Latin letters', () => {
  expect(slugOf('Згурська біля Ґонти: Єнакієве, Їжакевич і Юлія')).toBe(
    'zghurska-bilia-gonty-yenakiieve-yizhakevych-i-yuliia',
  );
  expect(slugOf('Знам’янка')).toBe('znamianka');
});

it('leaves out what an address has no room for', () => {
  expect(slugOf('  “What’s next?” — Café, 2026!  ')).toBe('whats-next-cafe-2026');
  expect(slugOf('— … —')).toBe('');
});

it('cuts between words', () => {
  const slug = slugOf('word '.repeat(40));
  expect(slug).toMatch(/^(word-)+word$/);
  expect(slug.length).toBeLessThanOrEqual(80);
});

it('makes a name that an address can have, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
      const slug = slugOf(words);
      if (slug !== '') expect(slug).toMatch(slugShape);
      expect(slug.length).toBeLessThanOrEqual(80);
    }),
  );
});
