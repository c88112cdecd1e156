import { expect, test } from 'vitest';
import { addDays, addMs } from '../../kernel/dates.ts';
import { signToken } from '../../platform/signed-token.ts';
import { readReceiptLink, receiptLink, receiptLinkDays } from './receipt-link.ts';

const secret = 's'.repeat(64);
const now = new Date('2026-11-22T12:00:00Z');
const paymentId = '0199a1b2-c3d4-7000-8000-4f09a1c2d3e4';
const link = receiptLink(secret, {
  appUrl: 'https://news.example.org',
  locale: 'uk',
  paymentId,
  now,
});
const token = link.split('/').at(-1) ?? '';

test('a link names its payment, in the language of the mail', () => {
  expect(link).toMatch(/^https:\/\/news\.example\.org\/uk\/receipts\/[\w.-]+$/);
  expect(readReceiptLink(secret, token, now)).toEqual({ paymentId, isExpired: false });
});

test('it opens for ninety days and not a second longer', () => {
  const end = addDays(now, receiptLinkDays);
  expect(readReceiptLink(secret, token, addMs(end, -1_000))?.isExpired).toBe(false);
  expect(readReceiptLink(secret, token, end)).toEqual({ paymentId, isExpired: true });
});

test('nobody can move it to another payment or prolong it', () => {
  const other = token.replace('4f09a1c2d3e4', '4f09a1c2d3e5');
  const longer = token.replace(/\.(\d)/, '.9');
  expect(other).not.toBe(token);
  expect(longer).not.toBe(token);
  for (const forged of [other, longer, '', paymentId, `${token}x`]) {
    expect(readReceiptLink(secret, forged, now), forged).toBeNull();
  }
});

test('a token of ours with something else in it names no payment', () => {
  expect(readReceiptLink(secret, signToken(secret, 'receipt', 'x.1'), now)).toBeNull();
  const elsewhere = signToken(secret, 'sign-in', token.slice(0, token.lastIndexOf('.')));
  expect(readReceiptLink(secret, elsewhere, now)).toBeNull();
});
