import { expirySubject, isExpiryDue } from '../../../domain/memberships/collection/card-expiry.ts';
import {
  type Collection,
  type Card,
  brandName,
} from '../../../domain/memberships/collection/collection.ts';
import { readCollection } from '../../../domain/memberships/collection/read-collection.server.ts';
import { invoiceSubject, spellSubject } from '../../../domain/memberships/collection/dunning.ts';
import { readMembership } from '../../../domain/memberships/read-membership.server.ts';
import { isLive } from '../../../domain/memberships/membership.ts';
import { cardExpiringMail } from '../../../emails/card-expiring.ts';
import type { MailFrame, RenderedMail } from '../../../emails/mail.ts';
import { membershipClosedMail, membershipUnpaidMail } from '../../../emails/membership-closed.ts';
import { paymentConfirmMail } from '../../../emails/payment-confirm.ts';
import { paymentFailedMail } from '../../../emails/payment-failed.ts';
import { paymentLastCallMail } from '../../../emails/payment-last-call.ts';
import { paymentReminderMail } from '../../../emails/payment-reminder.ts';
import type { PaymentTroubleView } from '../../../emails/payment-trouble.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { type Translate, translatorFor } from '../../../messages/translate.ts';
import { membershipLink } from './membership-link.server.ts';
import { type Preparation, type Prepare, subjectRow } from './prepare.ts';
import { readName } from './read-name.server.ts';

type Write = (t: Translate, view: PaymentTroubleView) => RenderedMail;
type Applies = (collection: Collection, preparation: Preparation) => boolean;

export const preparePaymentFailed = whileOpen(paymentFailedMail, (collection, { mail }) => {
  const { state, openInvoiceId, membershipId } = collection;
  return state === 'failed' && mail.subjectId === invoiceSubject(membershipId, openInvoiceId ?? '');
});

export const preparePaymentConfirm = whileOpen(paymentConfirmMail, (collection, { mail }) => {
  const { state, openInvoiceId, membershipId } = collection;
  return (
    state === 'needs_confirmation' &&
    mail.subjectId === invoiceSubject(membershipId, openInvoiceId ?? '')
  );
});

export const preparePaymentReminder = whileOpen(paymentReminderMail, isSameSpell);

export const preparePaymentLastCall = whileOpen(
  paymentLastCallMail,
  (collection, preparation) => isSameSpell(collection, preparation) && !collection.isClosed,
);

/** Either the extras have closed and it can still be paid, or it has ended: the mail says what is so now. */
export const prepareMembershipClosed: Prepare = async (preparation) => {
  const collection = await readCollection(preparation.services, subjectRow(preparation));
  if (!collection) return fail('subject_gone');
  if (collection.state !== 'ended') return prepareStillPayable(preparation);
  if (collection.endedBecause !== 'payment_failed' || (await isPatron(preparation, collection))) {
    return fail('too_late');
  }
  const { mail, frame } = preparation;
  const name = await readName(preparation.services, collection.supporterId);
  return ok(
    membershipUnpaidMail(translatorFor(mail.locale), { ...frame, name, amount: collection.amount }),
  );
};

const prepareStillPayable = whileOpen(membershipClosedMail, isSameSpell);

export const prepareCardExpiring: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const collection = await readCollection(services, subjectRow(preparation));
  if (!collection) return fail('subject_gone');
  const { membershipId, card, nextChargeAt: chargeAt, state } = collection;
  const { expYear, expMonth } = card ?? { expYear: null, expMonth: null };
  if (state !== 'well' || !card || !expYear || !expMonth || !chargeAt) return fail('too_late');
  const isAbout = mail.subjectId === expirySubject(membershipId, expYear, expMonth);
  if (!isAbout || !isExpiryDue({ expYear, expMonth }, chargeAt, services.clock.now())) {
    return fail('too_late');
  }
  const t = translatorFor(mail.locale);
  return ok(
    cardExpiringMail(t, {
      ...(await commonView(preparation, frame, collection)),
      cardName: cardName(t, card),
      expires: `${String(expMonth).padStart(2, '0')}/${expYear}`,
      chargeAt,
    }),
  );
};

/** A mail about what is open: not written when it is paid, over, or about another time. */
function whileOpen(write: Write, applies: Applies): Prepare {
  return async (preparation) => {
    const { services, mail, frame } = preparation;
    const collection = await readCollection(services, subjectRow(preparation));
    if (!collection) return fail('subject_gone');
    const { state, closesAt, nextAttemptAt, card } = collection;
    const isOpen = state === 'failed' || state === 'needs_confirmation';
    if (!isOpen || !applies(collection, preparation)) return fail('too_late');
    const t = translatorFor(mail.locale);
    return ok(
      write(t, {
        ...(await commonView(preparation, frame, collection)),
        trouble: state,
        cardName: card && cardName(t, card),
        closesAt,
        nextAttemptAt,
      }),
    );
  };
}

function isSameSpell({ membershipId, pastDueSince }: Collection, { mail }: Preparation): boolean {
  return pastDueSince !== null && mail.subjectId === spellSubject(membershipId, pastDueSince);
}

async function isPatron({ services }: Preparation, { supporterId }: Collection): Promise<boolean> {
  const membership = supporterId && (await readMembership(services, supporterId));
  return membership ? isLive(membership.status) : false;
}

async function commonView(preparation: Preparation, frame: MailFrame, collection: Collection) {
  const { membershipId, supporterId, amount, tierName } = collection;
  return {
    ...frame,
    name: await readName(preparation.services, supporterId),
    tierName: tierName[frame.locale],
    amount,
    cardUrl: membershipLink(preparation, 'card', membershipId),
    cancelUrl: membershipLink(preparation, 'cancellation', membershipId),
  };
}

function cardName(t: Translate, { brand, last4 }: Card): string {
  return t('collection.card', { brand: brandName(brand), last4: last4 ?? 'none' }).trim();
}
