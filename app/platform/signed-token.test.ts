import { expect, test } from 'vitest';
import { readSignedToken, signToken } from './signed-token.ts';

const secret = 's'.repeat(64);
const token = signToken(secret, 'receipt', 'abc.1');

test('a token that we signed says what it was signed for', () => {
  expect(readSignedToken(secret, 'receipt', token)).toBe('abc.1');
  expect(token).toMatch(/^abc\.1\.[\w-]{43}$/);
});

test.each([
  ['another payload', token.replace('abc.1', 'abc.2')],
  ['a signature that is cut short', token.slice(0, -1)],
  ['a changed signature', token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA')],
  ['no signature', 'abc.1'],
  ['an empty one', 'abc.1.'],
  ['nothing', ''],
])('%s is not ours', (_, forged) => {
  expect(readSignedToken(secret, 'receipt', forged)).toBeNull();
});

test('another purpose or another secret opens nothing', () => {
  expect(readSignedToken(secret, 'statement', token)).toBeNull();
  expect(readSignedToken('t'.repeat(64), 'receipt', token)).toBeNull();
  // What belongs to the purpose can't be moved into the payload.
  const [, signature = ''] = signToken(secret, 'a', 'bc').split('.');
  expect(readSignedToken(secret, 'ab', `c.${signature}`)).toBeNull();
});
