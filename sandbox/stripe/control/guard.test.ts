import { describe, expect, it } from 'vitest';
import { refusal } from './guard.ts';

const asked = (headers: Record<string, string>, method = 'POST') =>
  refusal(
    { method, path: '/_sandbox/reset', query: '', body: '', bytes: Buffer.alloc(0), headers },
    'http://stripe.test:4100',
  );

describe('the controls refuse', () => {
  it.each(['127.0.0.1:4100', 'localhost', '[::1]:4100', 'stripe.test:4100'])(
    'nobody who calls them %s',
    (host) => {
      expect(asked({ host })).toBeNull();
    },
  );

  // https://portswigger.net/daily-swig/dns-rebinding
  it.each(['evil.example', '127.0.0.1.evil.example:4100', ''])(
    'a name of somebody else’s: %s',
    (host) => {
      expect(asked({ host }, 'GET')).toMatch(/not reached by the name/);
    },
  );

  it('other origins, but not their own', () => {
    const host = '127.0.0.1:4100';
    expect(asked({ host, origin: 'http://127.0.0.1:4100' })).toBeNull();
    expect(asked({ host, origin: 'http://127.0.0.1:3000' })).toMatch(/other origins/);
    expect(asked({ host, 'sec-fetch-site': 'none' })).toBeNull();
  });
});
