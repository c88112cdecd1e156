import { chargeOfSubject } from '../../../domain/memberships/ending/renewal-reminder.ts';
import { cancellationScheduledMail } from '../../../emails/cancellation-scheduled.ts';
import { cancellationUndoneMail } from '../../../emails/cancellation-undone.ts';
import { membershipEndedMail } from '../../../emails/membership-ended.ts';
import { renewalReminderMail } from '../../../emails/renewal-reminder.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { membershipLink } from './membership-link.server.ts';
import { readMembershipSubject } from './membership.server.ts';
import type { Prepare } from './prepare.ts';

export const prepareCancellationScheduled: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  const { id, cancelAt, endedAt } = subject.membership;
  // Taken back, or over, before the mail went out: there is nothing to take back any more.
  if (!cancelAt || endedAt) return fail('too_late');
  const continueUrl = membershipLink(preparation, 'continuation', id);
  return ok(
    cancellationScheduledMail(subject.t, { ...subject.view, endsAt: cancelAt, continueUrl }),
  );
};

export const prepareCancellationUndone: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  const { cancelUrl } = subject.view;
  // Cancelled again before this went out: then that has a mail.
  return cancelUrl
    ? ok(cancellationUndoneMail(subject.t, { ...subject.view, cancelUrl }))
    : fail('too_late');
};

export const prepareMembershipEnded: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  const endedAt = subject?.membership.endedAt;
  return subject && endedAt
    ? ok(membershipEndedMail(subject.t, { ...subject.view, endedAt }))
    : fail('subject_gone');
};

export const prepareRenewalReminder: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  if (!subject) return fail('subject_gone');
  const { status, nextCharge: charge } = subject.membership;
  const { cancelUrl } = subject.view;
  const isAbout = chargeOfSubject(preparation.mail.subjectId)?.getTime();
  // Ended, paused, changed or charged meanwhile: what it would say is not so any more.
  if (!cancelUrl || !charge || charge.at.getTime() !== isAbout) return fail('too_late');
  return ok(
    renewalReminderMail(subject.t, {
      ...subject.view,
      ...{ charge, cancelUrl },
      isFirst: status === 'trialing',
    }),
  );
};
