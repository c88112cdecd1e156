import { expect, test } from 'vitest';
import { assertSameOrigin, isSameOrigin } from './same-origin.server.ts';

const url = 'http://news.example:3000/donate';

function post(headers: Record<string, string>): Request {
  return new Request(url, { method: 'POST', headers });
}

// The host is what the browser asked; a proxy may have ended its https before us.
test.each([
  [{ 'Sec-Fetch-Site': 'same-origin' }, true],
  [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://news.example:3000' }, true],
  [{ 'Sec-Fetch-Site': 'same-site' }, false],
  [{ 'Sec-Fetch-Site': 'cross-site' }, false],
  [{ 'Sec-Fetch-Site': 'none' }, false],
  [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://news.example:3000' }, false],
  [{ Origin: 'http://news.example:3000' }, true],
  [{ Origin: 'https://news.example:3000' }, true],
  [{ Origin: 'http://news.example' }, false],
  [{ Origin: 'http://evil.example' }, false],
  [{ Origin: 'http://news.example:3000.evil.example' }, false],
  [{ Origin: 'null' }, false],
  [{ Origin: '' }, false],
  [{}, false],
  [{ Referer: url }, false],
])('%j is from our own pages: %s', (headers, expected) => {
  expect(isSameOrigin(post(headers))).toBe(expected);
});

test('a forged form is answered with 403', () => {
  let answer: unknown;
  try {
    assertSameOrigin(post({ Origin: 'http://evil.example' }));
  } catch (thrown) {
    answer = thrown;
  }
  expect(answer).toBeInstanceOf(Response);
  expect((answer as Response).status).toBe(403);
});
