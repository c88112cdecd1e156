import { issueSignInSecrets } from '../../../domain/supporters/issue-sign-in-secrets.server.ts';
import { signInMinutes } from '../../../domain/supporters/sign-in.ts';
import { signInMail } from '../../../emails/sign-in.ts';
import { signInSuggestionMail } from '../../../emails/sign-in-suggestion.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import type { Prepare } from './prepare.ts';

export const prepareSignIn: Prepare = async ({ services, mail, frame }) => {
  const secrets = await issueSignInSecrets(services, mail.subjectId);
  if (!secrets) return fail('too_late');
  return ok(
    signInMail(translatorFor(mail.locale), { ...frame, ...secrets, minutes: signInMinutes }),
  );
};

export const prepareSignInSuggestion: Prepare = ({ mail, frame }) =>
  Promise.resolve(ok(signInSuggestionMail(translatorFor(mail.locale), frame)));
