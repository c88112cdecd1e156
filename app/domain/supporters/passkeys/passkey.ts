import { minutesMs } from '../../../kernel/dates.ts';

/** A device has this long to sign what it is asked to. */
export const challengeMs = 5 * minutesMs;
/** Nobody has more devices than that, and a list must end somewhere. */
export const passkeysAllowed = 20;
export const passkeyNameLimit = 60;

/** A passkey as its owner sees it. */
export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Its count went backwards: it opens nothing any more. */
  readonly isSuspected: boolean;
}

/** Whom passkeys are made for: https://www.w3.org/TR/webauthn-3/#relying-party-identifier */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

export function relyingPartyOf(appUrl: string): RelyingParty {
  const { hostname, origin } = new URL(appUrl);
  return { id: hostname, origin };
}

/**
 * Has somebody else signed with a copy of the key? A device that counts always counts upwards; one
 * that doesn't says 0 for ever: https://www.w3.org/TR/webauthn-3/#sctn-sign-counter
 */
export function isCopySuspected(known: number, told: number): boolean {
  return (known > 0 || told > 0) && told <= known;
}
