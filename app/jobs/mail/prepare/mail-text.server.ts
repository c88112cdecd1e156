import { readMailText } from '../../../domain/mail-texts/read-mail-texts.server.ts';
import { readTrialSubject } from '../../../domain/mail-texts/send-trial.server.ts';
import { samples } from '../../../emails/samples/index.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import type { Prepare } from './prepare.ts';

/** A made-up mail with the newsroom's words as they are now: its subject says that it is one. */
export const prepareMailTextTrial: Prepare = async ({ services, mail, frame }) => {
  const template = readTrialSubject(mail.subjectId);
  if (!template) return fail('subject_gone');
  const t = translatorFor(mail.locale);
  const words = await readMailText(services, { template, locale: mail.locale });
  const written = samples[template](t, { ...frame, words });
  return ok({ ...written, subject: t('mail.trial.subject', { subject: written.subject }) });
};
