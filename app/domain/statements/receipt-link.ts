import { addDays, fromUnix, toUnix } from '../../kernel/dates.ts';
import { type Locale, localPath } from '../../kernel/locale.ts';
import { readSignedToken, signToken } from '../../platform/signed-token.ts';

/** For how long the link in a receipt mail opens without a sign-in. */
export const receiptLinkDays = 90;
const purpose = 'receipt';
const payloadShape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,12})$/;

/**
 * Where a receipt can be fetched without signing in. Whoever has the address has the receipt, so
 * it goes to the payer's mailbox only, opens this one payment, and stops after
 * {@link receiptLinkDays} days.
 */
export function receiptLink(
  secret: string,
  input: {
    readonly appUrl: string;
    readonly locale: Locale;
    readonly paymentId: string;
    readonly now: Date;
  },
): string {
  const expiresAt = toUnix(addDays(input.now, receiptLinkDays));
  const token = signToken(secret, purpose, `${input.paymentId}.${expiresAt}`);
  return input.appUrl + localPath(input.locale, `/receipts/${token}`);
}

export interface ReceiptLink {
  readonly paymentId: string;
  readonly isExpired: boolean;
}

/** What a link's token names; null when we have not made it. */
export function readReceiptLink(secret: string, token: string, now: Date): ReceiptLink | null {
  const [, paymentId, expiresAt] =
    payloadShape.exec(readSignedToken(secret, purpose, token) ?? '') ?? [];
  if (!paymentId || !expiresAt) return null;
  return { paymentId, isExpired: fromUnix(Number(expiresAt)) <= now };
}
