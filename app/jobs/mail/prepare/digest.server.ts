import { readDigestSubject } from '../../../domain/digest/digest.ts';
import { readWeeklyDigest } from '../../../domain/digest/read-weekly-digest.server.ts';
import { readDigestReader } from '../../../domain/supporters/staff/digest.server.ts';
import { weeklyDigestMail } from '../../../emails/weekly-digest.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import type { Prepare } from './prepare.ts';

/** Figures of the newsroom go to those who are of its staff when the mail is written. */
export const prepareWeeklyDigest: Prepare = async ({ services, mail, frame }) => {
  const subject = readDigestSubject(mail.subjectId);
  if (!subject) return fail('subject_gone');
  const reader = await readDigestReader(services, subject.supporterId);
  if (!reader || reader.email !== mail.recipient) return fail('too_late');
  return ok(
    weeklyDigestMail(translatorFor(mail.locale), {
      ...frame,
      name: reader.name,
      digest: await readWeeklyDigest(services, subject.monday),
    }),
  );
};
