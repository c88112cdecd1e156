import { describe, expect, it } from 'vitest';
import { readAdded, readSigned } from './credential-shape.ts';
import { isCopySuspected, relyingPartyOf } from './passkey.ts';

describe('a passkey’s count', () => {
  it.each([
    [0, 0, false],
    [0, 1, false],
    [5, 6, false],
    [5, 5, true],
    [5, 4, true],
    [5, 0, true],
  ])('after %i, %i: suspected is %s', (known, told, isSuspected) => {
    expect(isCopySuspected(known, told)).toBe(isSuspected);
  });
});

describe('the relying party', () => {
  it('is the host of the site’s address, without its port', () => {
    expect(relyingPartyOf('https://news.example.org:8443/')).toEqual({
      id: 'news.example.org',
      origin: 'https://news.example.org:8443',
    });
  });
});

describe('what a device answers', () => {
  const clientDataJSON = Buffer.from(JSON.stringify({ challenge: 'abc' })).toString('base64url');

  it('is read with the challenge that it signed', () => {
    const typed = JSON.stringify({
      ...{ id: 'aa', rawId: 'aa', type: 'public-key' },
      response: { clientDataJSON, authenticatorData: 'aa', signature: 'aa' },
    });
    expect(readSigned(typed)?.challenge).toBe('abc');
  });

  it.each(['', '{', 'null', '[]', '{"id":"aa"}', JSON.stringify({ id: '<', type: 'public-key' })])(
    '%j is nothing',
    (typed) => {
      expect(readSigned(typed)).toBeNull();
      expect(readAdded(typed)).toBeNull();
    },
  );
});
