import { emailChangeHours } from '../../../domain/supporters/email-change/email-change.ts';
import { issueEmailChangeToken } from '../../../domain/supporters/email-change/issue-email-change-token.server.ts';
import { readEmailChange } from '../../../domain/supporters/email-change/read-email-change.server.ts';
import { readMergedAddresses } from '../../../domain/supporters/read-merged-addresses.server.ts';
import { emailChangeNewMail, emailChangeOldMail } from '../../../emails/email-change.ts';
import { emailChangedMail } from '../../../emails/email-changed.ts';
import { erasureDoneMail } from '../../../emails/erasure-done.ts';
import { supportersMergedMail } from '../../../emails/supporters-merged.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import { type Prepare, subjectRow } from './prepare.ts';
import { readName } from './read-name.server.ts';

export const prepareEmailChangeOld: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const issued = await issueEmailChangeToken(services, {
    changeId: subjectRow(preparation),
    mailbox: 'old',
  });
  if (!issued?.token || issued.change.oldConfirmedAt) return fail('too_late');
  return ok(
    emailChangeOldMail(translatorFor(mail.locale), {
      ...frame,
      newEmail: issued.change.newEmail,
      token: issued.token,
      hours: emailChangeHours,
    }),
  );
};

export const prepareEmailChangeNew: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const issued = await issueEmailChangeToken(services, {
    changeId: subjectRow(preparation),
    mailbox: 'new',
  });
  if (!issued || issued.change.newConfirmedAt) return fail('too_late');
  return ok(
    emailChangeNewMail(translatorFor(mail.locale), {
      ...frame,
      oldEmail: issued.change.oldEmail,
      token: issued.token,
      hours: emailChangeHours,
    }),
  );
};

export const prepareEmailChanged: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const change = await readEmailChange(services, subjectRow(preparation));
  if (!change) return fail('subject_gone');
  return ok(
    emailChangedMail(translatorFor(mail.locale), {
      ...frame,
      name: await readName(services, change.supporterId),
      oldEmail: change.oldEmail,
      newEmail: change.newEmail,
      mailbox: mail.subjectId.endsWith('@new') ? 'new' : 'old',
      isByStaff: change.actorId !== null,
    }),
  );
};

export const prepareSupportersMerged: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const addresses = await readMergedAddresses(services, subjectRow(preparation));
  return addresses
    ? ok(supportersMergedMail(translatorFor(mail.locale), { ...frame, ...addresses }))
    : fail('subject_gone');
};

/** Nothing is read: by now nothing is there. */
export const prepareErasureDone: Prepare = ({ mail, frame }) =>
  Promise.resolve(ok(erasureDoneMail(translatorFor(mail.locale), frame)));
