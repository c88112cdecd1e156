import { expect, test } from 'vitest';
import { hashAddress } from '../../platform/address-hash.ts';
import { signToken } from '../../platform/signed-token.ts';
import { preferencesToken, readPreferencesToken } from './preferences-link.ts';

const secret = 's'.repeat(64);
const addressHash = hashAddress('anna@example.org');

test('a link names the mailbox and the topic, and nothing of the address', () => {
  const token = preferencesToken(secret, { addressHash, topic: 'reminders' });
  expect(readPreferencesToken(secret, token)).toEqual({ addressHash, topic: 'reminders' });
  expect(Buffer.from(token, 'base64url').toString() + token).not.toContain('anna');
  expect(token).toMatch(/^[\w.-]+$/);
});

test('one that was changed, made for something else or under another secret opens nothing', () => {
  const token = preferencesToken(secret, { addressHash, topic: 'reminders' });
  for (const other of [
    '',
    '.',
    `${token}x`,
    token.replace('reminders', 'invitations'),
    token.replace(addressHash, hashAddress('boris@example.org')),
    preferencesToken('o'.repeat(64), { addressHash, topic: 'reminders' }),
    signToken(secret, 'receipt', `${addressHash}.reminders`),
    signToken(secret, 'mail-preferences', `${addressHash}.essential`),
  ]) {
    expect(readPreferencesToken(secret, other)).toBeNull();
  }
});

test('every spelling of an address is the same mailbox', () => {
  expect(hashAddress(' Anna@Example.org ')).toBe(addressHash);
  expect(hashAddress('anna+news@example.org')).not.toBe(addressHash);
});
