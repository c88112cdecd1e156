import { bigint, boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';
import { supporters } from './supporters.ts';

/** A key on somebody's device that signs them in. Only its public half is ours. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    supporterId: uuid()
      .notNull()
      .references(() => supporters.id),
    /** As the device names it, base64url: https://www.w3.org/TR/webauthn-3/#credential-id */
    credentialId: text().notNull(),
    /** COSE, base64url. */
    publicKey: text().notNull(),
    /** Whom the device believes to sign in, base64url: stays as it was when rows are merged. */
    userHandle: text().notNull(),
    /** How often it has signed; always 0 for keys that a phone or a password manager carries about. */
    signCount: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    /** Copied between devices by its owner's account there, as against one that never leaves its device. */
    isSynced: boolean().notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    /** Its count went backwards: somebody may hold a copy. It opens nothing any more. */
    suspectedAt: instant(),
  },
  (t) => [
    uniqueIndex('passkeys_credential_key').on(t.credentialId),
    index('passkeys_supporter_idx').on(t.supporterId, t.createdAt.desc()),
  ],
);

/** What a device is asked to sign: once, in the browser that asked, for a few minutes. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    id: id(),
    challenge: text().notNull(),
    purpose: text({ enum: ['adding', 'signing_in', 'confirming'] }).notNull(),
    /** Hash of the cookie of the browser that asked. */
    browserHash: text().notNull(),
    /** Who adds a passkey, or confirms with one; null when somebody is about to sign in. */
    supporterId: uuid().references(() => supporters.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('passkey_challenges_challenge_key').on(t.challenge),
    index('passkey_challenges_expires_idx').on(t.expiresAt),
  ],
);
