import { readMembershipById } from '../../../domain/memberships/read-membership.server.ts';
import type { MembershipView } from '../../../domain/memberships/membership.ts';
import { duplicateMembershipReturnedMail } from '../../../emails/duplicate-membership-returned.ts';
import { membershipWelcomeMail } from '../../../emails/membership-welcome.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import { type Prepare, type Preparation, subjectRow } from './prepare.ts';
import { cancelUrlOf } from './membership-link.server.ts';
import { readName } from './read-name.server.ts';

/** A mail about a membership: its subject is the membership's row, with or without an instant. */
export async function readMembershipSubject(preparation: Preparation) {
  const { services, mail, frame } = preparation;
  const found = await readMembershipById(services, subjectRow(preparation));
  if (!found) return null;
  const { membership } = found;
  return {
    t: translatorFor(mail.locale),
    membership,
    view: {
      ...frame,
      name: await readName(services, found.supporterId),
      tierName: membership.tierName[mail.locale],
      ...amountsOf(membership),
      cancelUrl: cancelUrlOf(preparation, membership),
    },
  };
}

function amountsOf({ amount, interval, nextCharge }: MembershipView) {
  return { amount, interval, nextCharge };
}

export const prepareWelcome: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  return subject ? ok(membershipWelcomeMail(subject.t, subject.view)) : fail('subject_gone');
};

export const prepareDuplicateReturned: Prepare = async (preparation) => {
  const subject = await readMembershipSubject(preparation);
  return subject
    ? ok(duplicateMembershipReturnedMail(subject.t, subject.view))
    : fail('subject_gone');
};
