import { staffReasonLimit } from '../../../domain/supporters/staff/staff.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

/** Until when those without a passkey have time, and why. */
export function ConfirmationForm({
  isOn,
  today,
  days,
  typed,
  errors,
}: {
  isOn: boolean;
  /** In the newsroom's time zone. */
  today: string;
  days: number;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t, href } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <TextField
        {...field('graceOn')}
        type="date"
        label={t('twoFactor.rule.grace')}
        hint={t('twoFactor.rule.graceHint', { days })}
        min={today}
      />
      <TextArea
        {...field('reason')}
        label={t('staff.form.reason')}
        hint={t('staff.form.reasonHint')}
        maxLength={staffReasonLimit}
        rows={2}
      />
      <p>
        <Button look="accent">{t(isOn ? 'twoFactor.rule.change' : 'twoFactor.rule.submit')}</Button>{' '}
        <ButtonLink to={href('/admin/staff')} look="quiet">
          {t('staff.back')}
        </ButtonLink>
      </p>
      {isOn ? (
        <p>
          <a href={href('/admin/staff/confirmation/end')}>{t('twoFactor.rule.endLink')}</a>
        </p>
      ) : null}
    </form>
  );
}
