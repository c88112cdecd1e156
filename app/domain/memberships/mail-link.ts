import { addDays, fromUnix, toUnix } from '../../kernel/dates.ts';
import { type Locale, localPath } from '../../kernel/locale.ts';
import { readSignedToken, signToken } from '../../platform/signed-token.ts';

/** What a link in a mail may do, and nothing else: repair the payment, end the membership, or take that back. */
export const mailLinkActs = ['card', 'cancellation', 'continuation'] as const;
export type MailLinkAct = (typeof mailLinkActs)[number];

/** For how long a link works, from the mail on: longer than the longest wait for the next mail. */
export const mailLinkDays = 60;
const payloadShape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,12})$/;

/**
 * Where one thing can be done about one membership without signing in. Whoever has the address can
 * do it, so it goes only to the patron's mailbox. Opening it changes nothing: mail scanners open
 * links. Pressing the button on its page does.
 */
export function mailLink(
  secret: string,
  input: {
    readonly appUrl: string;
    readonly locale: Locale;
    readonly act: MailLinkAct;
    readonly membershipId: string;
    readonly now: Date;
  },
): string {
  const expiresAt = toUnix(addDays(input.now, mailLinkDays));
  const token = signToken(secret, purposeOf(input.act), `${input.membershipId}.${expiresAt}`);
  return input.appUrl + localPath(input.locale, `/links/${input.act}/${token}`);
}

export interface MailLink {
  readonly membershipId: string;
  readonly isExpired: boolean;
}

/** What a link's token names; null when we have not made it for this act. */
export function readMailLink(
  secret: string,
  act: MailLinkAct,
  token: string,
  now: Date,
): MailLink | null {
  const payload = readSignedToken(secret, purposeOf(act), token) ?? '';
  const [, membershipId, expiresAt] = payloadShape.exec(payload) ?? [];
  if (!membershipId || !expiresAt) return null;
  return { membershipId, isExpired: fromUnix(Number(expiresAt)) <= now };
}

function purposeOf(act: MailLinkAct): string {
  return `membership-${act}`;
}
