import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import {
  preferencesPath,
  preferencesToken,
  unsubscribePath,
} from '../../domain/mail-preferences/preferences-link.ts';
import { type MailTemplate, topicOf } from '../../domain/ports/mail.ts';
import { readMailText } from '../../domain/mail-texts/read-mail-texts.server.ts';
import type { OptOut } from '../../emails/mail.ts';
import { hashAddress } from '../../platform/address-hash.ts';
import type { Services } from '../../services.server.ts';
import type { WaitingMail } from './outbox-row.server.ts';
import {
  prepareCardExpiring,
  prepareMembershipClosed,
  preparePaymentConfirm,
  preparePaymentFailed,
  preparePaymentLastCall,
  preparePaymentReminder,
} from './prepare/collection.server.ts';
import { prepareDuplicateReturned, prepareWelcome } from './prepare/membership.server.ts';
import {
  prepareEmailChangeNew,
  prepareEmailChangeOld,
  prepareEmailChanged,
  prepareErasureDone,
  prepareSupportersMerged,
} from './prepare/identity.server.ts';
import {
  prepareCancellationScheduled,
  prepareCancellationUndone,
  prepareMembershipEnded,
  prepareRenewalReminder,
} from './prepare/ending.server.ts';
import { prepareMailTextTrial } from './prepare/mail-text.server.ts';
import { prepareWeeklyDigest } from './prepare/digest.server.ts';
import { prepareStaffInvitation } from './prepare/staff.server.ts';
import { preparePasskeyAdded, preparePasskeysReset } from './prepare/passkeys.server.ts';
import { prepareGrantEnding, prepareGrantGiven } from './prepare/grant.server.ts';
import {
  prepareGiftClaimed,
  prepareGiftDelivery,
  prepareGiftEnding,
  prepareGiftUnclaimed,
} from './prepare/gift.server.ts';
import { preparePriceChange } from './prepare/prices.server.ts';
import type { Prepare, Prepared } from './prepare/prepare.ts';
import { prepareReceipt } from './prepare/receipt.server.ts';
import { preparePaymentRefunded } from './prepare/refund.server.ts';
import {
  prepareMembershipChanged,
  prepareMembershipPaused,
  preparePauseEnding,
} from './prepare/terms.server.ts';
import { prepareSignIn, prepareSignInSuggestion } from './prepare/sign-in.server.ts';

/** How each mail is written: one for each template there is. */
const preparations: Readonly<Record<MailTemplate, Prepare>> = {
  'sign-in': prepareSignIn,
  'sign-in-suggestion': prepareSignInSuggestion,
  receipt: prepareReceipt,
  'payment-refunded': preparePaymentRefunded,
  'payment-failed': preparePaymentFailed,
  'payment-confirm': preparePaymentConfirm,
  'payment-reminder': preparePaymentReminder,
  'payment-last-call': preparePaymentLastCall,
  'membership-closed': prepareMembershipClosed,
  'card-expiring': prepareCardExpiring,
  'membership-welcome': prepareWelcome,
  'cancellation-scheduled': prepareCancellationScheduled,
  'membership-changed': prepareMembershipChanged,
  'membership-paused': prepareMembershipPaused,
  'price-change': preparePriceChange,
  'pause-ending': preparePauseEnding,
  'cancellation-undone': prepareCancellationUndone,
  'membership-ended': prepareMembershipEnded,
  'renewal-reminder': prepareRenewalReminder,
  'gift-delivery': prepareGiftDelivery,
  'gift-claimed': prepareGiftClaimed,
  'gift-ending': prepareGiftEnding,
  'gift-unclaimed': prepareGiftUnclaimed,
  'duplicate-membership-returned': prepareDuplicateReturned,
  'email-change-old': prepareEmailChangeOld,
  'email-change-new': prepareEmailChangeNew,
  'email-changed': prepareEmailChanged,
  'supporters-merged': prepareSupportersMerged,
  'grant-given': prepareGrantGiven,
  'grant-ending': prepareGrantEnding,
  'passkey-added': preparePasskeyAdded,
  'passkeys-reset': preparePasskeysReset,
  'staff-invitation': prepareStaffInvitation,
  'erasure-done': prepareErasureDone,
  'weekly-digest': prepareWeeklyDigest,
  'mail-text-trial': prepareMailTextTrial,
};

/** Writes a mail from what its subject row says now, in the mail's language. */
export async function prepareMail(services: Services, mail: WaitingMail): Promise<Prepared> {
  const [newsroom, words] = await Promise.all([
    readNewsroom(services),
    readMailText(services, mail),
  ]);
  return preparations[mail.template]({
    services,
    mail,
    newsroom,
    frame: {
      locale: mail.locale,
      appUrl: services.env.appUrl,
      newsroom: { ...newsroom, name: newsroom.name[mail.locale] },
      optOut: optOutOf(services, mail),
      words,
    },
  });
}

function optOutOf({ env }: Services, mail: WaitingMail): OptOut | undefined {
  const topic = topicOf[mail.template];
  if (topic === 'essential') return undefined;
  const addressHash = hashAddress(mail.recipient);
  const token = preferencesToken(env.appSecret, { addressHash, topic });
  return {
    topic,
    pageUrl: env.appUrl + preferencesPath(mail.locale, token),
    oneClickUrl: env.appUrl + unsubscribePath(mail.locale, token),
  };
}
