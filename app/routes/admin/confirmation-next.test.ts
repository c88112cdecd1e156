import { expect, it } from 'vitest';
import { goOnTo } from './confirmation-next.ts';

const wrap = (path: string, next: string) => `${path}next=${encodeURIComponent(next)}`;

it('leads past the pages on which a passkey is added and used', () => {
  expect(goOnTo('/admin/audit?text=x')).toEqual({ isNew: false, next: '/admin/audit?text=x' });
  const added = wrap('/account/passkeys?added&', '/admin/audit');
  expect(goOnTo(added)).toEqual({ isNew: true, next: '/admin/audit' });
  const nested = wrap('/uk/account/passkeys?added&', wrap('/uk/admin/confirmation?', '/uk/admin'));
  expect(goOnTo(nested)).toEqual({ isNew: true, next: '/uk/admin' });
  expect(goOnTo('/account/passkeys?added')).toEqual({ isNew: true, next: null });
  expect(goOnTo('/account/passkeys')).toEqual({ isNew: false, next: '/account/passkeys' });
});

it('leads nowhere else', () => {
  expect(goOnTo(wrap('/account/passkeys?added&', '//elsewhere.example')).next).toBeNull();
  expect(goOnTo('https://elsewhere.example')).toEqual({ isNew: false, next: null });
  expect(goOnTo(null)).toEqual({ isNew: false, next: null });
});
