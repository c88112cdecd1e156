import { expect, test } from 'vitest';
import { isEmailAddress, normaliseEmail } from './email-address.ts';
import { describeDevice } from './session.ts';
import { readCode } from './sign-in.ts';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['012\u00a0345', '012345'],
  ['１２３４５６', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
  ['', null],
])('the code %j is read as %j', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});

test('an address has one spelling', () => {
  expect(normaliseEmail('  Anna+News@Example.ORG ')).toBe('anna+news@example.org');
});

test.each([
  ['anna@example.org', true],
  ['anna+news@mail.example.co.uk', true],
  ['анна@приклад.укр', true],
  ['anna@localhost', false],
  ['anna', false],
  ['@example.org', false],
  ['anna@', false],
  ['anna@@example.org', false],
  ['anna@example.org, boris@example.org', false],
  ['anna@example.org\r\nBcc: all@example.org', false],
  ['<anna@example.org>', false],
  [`${'a'.repeat(250)}@example.org`, false],
])('%j is an address: %s', (email, expected) => {
  expect(isEmailAddress(email)).toBe(expected);
});

test('a browser is described as a person would', () => {
  const chrome =
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36';
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
  expect(describeDevice(chrome)).toEqual({ browser: 'Chrome', system: 'Android' });
  expect(describeDevice(safari)).toEqual({ browser: 'Safari', system: 'iPhone' });
  expect(describeDevice('curl/8.0')).toEqual({ browser: null, system: null });
  expect(describeDevice(null)).toEqual({ browser: null, system: null });
});
