import { readGrant } from '../../../domain/grants/read-grant.server.ts';
import { grantEndingMail } from '../../../emails/grant-ending.ts';
import { grantGivenMail } from '../../../emails/grant-given.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import { type Prepare, type Preparation, subjectRow } from './prepare.ts';

async function readGrantSubject(preparation: Preparation) {
  const { services, mail, frame } = preparation;
  const grant = await readGrant(services, subjectRow(preparation));
  if (!grant) return null;
  const { startsAt, endsAt, supporter } = grant;
  const tierName = grant.tierName[mail.locale];
  return {
    grant,
    view: { ...frame, name: supporter.name, tierName, startsAt, endsAt },
  };
}

export const prepareGrantGiven: Prepare = async (preparation) => {
  const subject = await readGrantSubject(preparation);
  if (!subject) return fail('subject_gone');
  // Taken back before the mail went out.
  if (subject.grant.revokedAt) return fail('too_late');
  return ok(grantGivenMail(translatorFor(preparation.mail.locale), subject.view));
};

export const prepareGrantEnding: Prepare = async (preparation) => {
  const subject = await readGrantSubject(preparation);
  if (!subject) return fail('subject_gone');
  const { endsAt } = subject.view;
  if (subject.grant.revokedAt || !endsAt) return fail('too_late');
  return ok(grantEndingMail(translatorFor(preparation.mail.locale), { ...subject.view, endsAt }));
};
