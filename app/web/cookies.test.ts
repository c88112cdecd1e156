import { expect, test } from 'vitest';
import { newToken } from '../platform/ids.ts';
import { isTokenShaped, readCookie, serialiseCookie, sessionCookieName } from './cookies.ts';

test('a cookie is found among others', () => {
  const request = new Request('http://news.example/', {
    headers: { Cookie: 'a=1; session=abc=def;b=2; empty=' },
  });
  expect(readCookie(request, 'session')).toBe('abc=def');
  expect(readCookie(request, 'ession')).toBeNull();
  expect(readCookie(request, 'empty')).toBeNull();
});

test('on https the session’s cookie can’t be planted by another host of the domain', () => {
  const env = { appUrl: 'https://news.example' };
  expect(serialiseCookie(env, sessionCookieName(env), 'x', 60)).toBe(
    '__Host-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  );
});

test('on http it has a name that browsers take there', () => {
  const env = { appUrl: 'http://localhost:3000' };
  expect(serialiseCookie(env, sessionCookieName(env), 'x', 60)).toBe(
    'session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
  );
});

test('only what looks like a token of ours is looked up', () => {
  expect(isTokenShaped(newToken())).toBe(true);
  for (const value of [null, '', 'short', `${newToken()}x`, `${'a'.repeat(42)}'`]) {
    expect(isTokenShaped(value)).toBe(false);
  }
});
