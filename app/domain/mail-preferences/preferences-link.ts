import { type Locale, localPath } from '../../kernel/locale.ts';
import { readSignedToken, signToken } from '../../platform/signed-token.ts';
import type { OptionalTopic } from '../ports/mail.ts';
import { optionalTopics } from './mail-preferences.ts';

const purpose = 'mail-preferences';
const linkTopics: readonly OptionalTopic[] = [...optionalTopics, 'digest'];
const payloadShape = /^([\w-]{43})\.([a-z]+)$/;

/** Whose mails, and which of them the mail with the link was one of. Names nobody: the address is hashed. */
export interface PreferencesToken {
  readonly addressHash: string;
  readonly topic: OptionalTopic;
}

/**
 * What lets a mailbox choose its mails without signing in. It opens nothing else and never
 * expires: a mail from years ago must still be able to end the mails.
 */
export function preferencesToken(secret: string, token: PreferencesToken): string {
  return signToken(secret, purpose, `${token.addressHash}.${token.topic}`);
}

/** Null when we have not made it. */
export function readPreferencesToken(secret: string, token: string): PreferencesToken | null {
  const [, addressHash, name] =
    payloadShape.exec(readSignedToken(secret, purpose, token) ?? '') ?? [];
  const topic = linkTopics.find((known) => known === name);
  return addressHash && topic ? { addressHash, topic } : null;
}

/** The page where the mailbox's owner chooses. */
export function preferencesPath(locale: Locale, token: string): string {
  return localPath(locale, `/links/mail/${token}`);
}

/** Where the staff choose their digest, without language prefix. */
export const digestPath = '/admin/digest';

/** Where a mail program posts for its owner (RFC 8058); opened as a page it leads to {@link preferencesPath}. */
export function unsubscribePath(locale: Locale, token: string): string {
  return localPath(locale, `/unsubscribe/${token}`);
}
