import { mergeReasonMaxLength } from '../../../domain/privacy/merge.ts';
import { emailMaxLength } from '../../../domain/supporters/email-address.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** A new address for somebody who has lost the mailbox of the old one, and how the staff know. */
export function StaffEmailForm({
  personId,
  typed,
  errors,
}: {
  personId: string;
  typed?: Readonly<Record<string, string>> | undefined;
  errors?: Readonly<Record<string, MessageKey>> | undefined;
}) {
  const { t, href } = useLocale();
  return (
    <form method="post" noValidate className="report-stack">
      <TextField
        name="email"
        type="email"
        label={t('identity.email.new')}
        maxLength={emailMaxLength}
        autoComplete="off"
        defaultValue={typed?.['email']}
        error={errors?.['email']}
        required
      />
      <TextArea
        name="reason"
        label={t('identity.staff.reason')}
        hint={t('identity.staff.reasonHint')}
        maxLength={mergeReasonMaxLength}
        defaultValue={typed?.['reason']}
        error={errors?.['reason']}
        required
      />
      <p>
        <Button look="accent">{t('identity.staff.emailSubmit')}</Button>{' '}
        <ButtonLink to={href(`/admin/supporters/${personId}`)} look="quiet">
          {t('identity.staff.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
