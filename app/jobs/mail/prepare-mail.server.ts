import { readPayment } from '../../domain/ledger/list-payments.server.ts';
import type { PaymentView } from '../../domain/ledger/payment.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import type { Newsroom } from '../../domain/newsroom/newsroom.ts';
import { paymentNumber } from '../../domain/newsroom/payment-number.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { receiptLink } from '../../domain/statements/receipt-link.ts';
import { issueSignInSecrets } from '../../domain/supporters/issue-sign-in-secrets.server.ts';
import { readSupporter } from '../../domain/supporters/read-supporter.server.ts';
import { signInMinutes } from '../../domain/supporters/sign-in.ts';
import { cancellationScheduledMail } from '../../emails/cancellation-scheduled.ts';
import { duplicateMembershipReturnedMail } from '../../emails/duplicate-membership-returned.ts';
import type { MailFrame, RenderedMail } from '../../emails/mail.ts';
import { membershipWelcomeMail } from '../../emails/membership-welcome.ts';
import { type PaidFor, receiptMail } from '../../emails/receipt.ts';
import { signInMail } from '../../emails/sign-in.ts';
import { signInSuggestionMail } from '../../emails/sign-in-suggestion.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { translatorFor } from '../../messages/translate.ts';
import type { Services } from '../../services.server.ts';
import type { WaitingMail } from './outbox-row.server.ts';

/** subject_gone: the row it is about is not there. too_late: the sign-in request has expired or was used. */
export type UnsendableReason = 'subject_gone' | 'too_late';
type Prepared = Result<RenderedMail, UnsendableReason>;

/** Writes a mail from what its subject row says now, in the mail's language. */
export async function prepareMail(services: Services, mail: WaitingMail): Promise<Prepared> {
  const newsroom = await readNewsroom(services);
  const frame: MailFrame = {
    locale: mail.locale,
    appUrl: services.env.appUrl,
    newsroom: { ...newsroom, name: newsroom.name[mail.locale] },
  };
  switch (mail.template) {
    case 'sign-in':
      return prepareSignIn(services, mail, frame);
    case 'receipt':
      return prepareReceipt(services, mail, frame, newsroom);
    case 'membership-welcome':
    case 'cancellation-scheduled':
    case 'duplicate-membership-returned':
      return prepareMembershipMail(services, mail, mail.template, frame);
    case 'sign-in-suggestion':
      return ok(signInSuggestionMail(translatorFor(mail.locale), frame));
  }
}

async function prepareSignIn(
  services: Services,
  mail: WaitingMail,
  frame: MailFrame,
): Promise<Prepared> {
  const secrets = await issueSignInSecrets(services, mail.subjectId);
  if (!secrets) return fail('too_late');
  return ok(
    signInMail(translatorFor(mail.locale), { ...frame, ...secrets, minutes: signInMinutes }),
  );
}

async function prepareReceipt(
  services: Services,
  mail: WaitingMail,
  frame: MailFrame,
  newsroom: Newsroom,
): Promise<Prepared> {
  // One that was asked for once more has the minute too: "<id>@<instant>".
  const payment = await readPayment(services, mail.subjectId.split('@')[0] ?? '');
  if (!payment) return fail('subject_gone');
  const paidFor = await readPaidFor(services, payment, mail);
  if (!paidFor) return fail('subject_gone');
  return ok(
    receiptMail(translatorFor(mail.locale), {
      ...frame,
      name: await readName(services, payment.supporterId),
      amount: payment.amount,
      paidAt: payment.occurredAt,
      paymentId: payment.id,
      paymentNumber: paymentNumber(payment),
      pdfUrl: receiptLink(services.env.appSecret, {
        appUrl: services.env.appUrl,
        locale: mail.locale,
        paymentId: payment.id,
        now: services.clock.now(),
      }),
      paidFor,
      note: newsroom.receiptNote[mail.locale],
    }),
  );
}

async function readPaidFor(
  services: Services,
  payment: PaymentView,
  mail: WaitingMail,
): Promise<PaidFor | null> {
  if (payment.source !== 'membership') return { kind: payment.source };
  const found = await readMembershipById(services, payment.sourceId);
  if (!found) return null;
  const { tierName, interval } = found.membership;
  return { kind: 'membership', tierName: tierName[mail.locale], interval };
}

async function prepareMembershipMail(
  services: Services,
  mail: WaitingMail,
  template: 'membership-welcome' | 'cancellation-scheduled' | 'duplicate-membership-returned',
  frame: MailFrame,
): Promise<Prepared> {
  // A cancellation's subject is the membership and the instant it was asked for: "<id>@<instant>".
  const found = await readMembershipById(services, mail.subjectId.split('@')[0] ?? '');
  if (!found) return fail('subject_gone');
  const { membership } = found;
  const t = translatorFor(mail.locale);
  const view = {
    ...frame,
    name: await readName(services, found.supporterId),
    tierName: membership.tierName[mail.locale],
    amount: membership.amount,
    interval: membership.interval,
    nextCharge: membership.nextCharge,
  };
  switch (template) {
    case 'membership-welcome':
      return ok(membershipWelcomeMail(t, view));
    case 'duplicate-membership-returned':
      return ok(duplicateMembershipReturnedMail(t, view));
    case 'cancellation-scheduled': {
      const endsAt = membership.cancelAt ?? membership.endedAt;
      // Taken back before the mail went out: there is nothing to confirm any more.
      return endsAt ? ok(cancellationScheduledMail(t, { ...view, endsAt })) : fail('too_late');
    }
  }
}

async function readName(services: Services, supporterId: string | null): Promise<string | null> {
  if (supporterId === null) return null;
  return (await readSupporter(services, supporterId))?.name ?? null;
}
