import { readInvitation } from '../../../domain/supporters/staff/accept-invitation.server.ts';
import { invitationToken } from '../../../domain/supporters/staff/invitation-token.ts';
import { staffInvitationMail } from '../../../emails/staff-invitation.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import type { Prepare } from './prepare.ts';

export const prepareStaffInvitation: Prepare = async ({ services, mail, frame }) => {
  const invitation = await readInvitation(services, mail.subjectId);
  if (!invitation) return fail('subject_gone');
  if (invitation.state !== 'live') return fail('too_late');
  return ok(
    staffInvitationMail(translatorFor(mail.locale), {
      ...frame,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
      token: invitationToken(services.env.appSecret, invitation.id),
    }),
  );
};
