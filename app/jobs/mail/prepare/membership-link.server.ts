import { type MailLinkAct, mailLink } from '../../../domain/memberships/mail-link.ts';
import { type MembershipView, isLive } from '../../../domain/memberships/membership.ts';
import type { Preparation } from './prepare.ts';

/** Where one thing can be done about a membership without signing in, in the mail's language. */
export function membershipLink(
  { services, mail }: Preparation,
  act: MailLinkAct,
  membershipId: string,
): string {
  return mailLink(services.env.appSecret, {
    ...{ act, membershipId },
    appUrl: services.env.appUrl,
    locale: mail.locale,
    now: services.clock.now(),
  });
}

/** Where a membership can be ended without signing in; null when nothing is left to end. */
export function cancelUrlOf(
  preparation: Preparation,
  { id, status, cancelAt }: MembershipView,
): string | null {
  return isLive(status) && !cancelAt ? membershipLink(preparation, 'cancellation', id) : null;
}
