import { readPasskey } from '../../../domain/supporters/passkeys/keep-passkeys.server.ts';
import { passkeyAddedMail } from '../../../emails/passkey-added.ts';
import { passkeysResetMail } from '../../../emails/passkeys-reset.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import type { Prepare } from './prepare.ts';
import { readName } from './read-name.server.ts';

export const preparePasskeyAdded: Prepare = async ({ services, mail, frame }) => {
  const passkey = await readPasskey(services, mail.subjectId);
  if (!passkey) return fail('subject_gone');
  return ok(
    passkeyAddedMail(translatorFor(mail.locale), {
      ...frame,
      name: await readName(services, passkey.supporterId),
      passkeyName: passkey.name,
      addedAt: passkey.createdAt,
    }),
  );
};

export const preparePasskeysReset: Prepare = async ({ services, mail, frame }) => {
  const [supporterId = ''] = mail.subjectId.split('@');
  const name = await readName(services, supporterId);
  return ok(passkeysResetMail(translatorFor(mail.locale), { ...frame, name }));
};
