import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeReturn } from './safe-return.ts';

test('a path of ours stays as it is', () => {
  for (const path of ['/', '/account', '/uk/account/payments?page=2', '/war/story#ask', '/a%20b']) {
    expect(safeReturn(path)).toBe(path);
  }
});

test.each([
  ['nothing', null],
  ['an empty word', ''],
  ['another site', 'https://evil.example/'],
  ['a script', 'javascript:alert(1)'],
  ['a path without its slash', 'account'],
  ['a host after two slashes', '//evil.example'],
  ['a host after three slashes', '///evil.example'],
  ['a backslash that browsers read as a slash', '/\\evil.example'],
  ['two backslashes', '\\\\evil.example'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line end', '/account\r\nSet-Cookie: session=1'],
  ['dot segments that end in a host', '/.//evil.example'],
  ['more dot segments', '/a/..//evil.example'],
  ['encoded dot segments', '/%2e%2e//evil.example'],
  ['a path that never ends', `/${'a'.repeat(600)}`],
])('%s is refused', (_what, next) => {
  expect(safeReturn(next)).toBeNull();
});

test('whatever is let through stays on our host, as a browser resolves it', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    '\n',
    'evil.example',
    'account',
    ' ',
    'http:',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
      ),
      (next) => {
        const path = safeReturn(next);
        if (path === null) return;
        expect(new URL(path, 'https://news.example/sign-in').origin).toBe('https://news.example');
        expect(safeReturn(path)).toBe(path);
      },
    ),
    { numRuns: 2_000 },
  );
});
