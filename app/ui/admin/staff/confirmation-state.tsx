import type { ConfirmationRule } from '../../../domain/supporters/staff/confirmation.ts';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';

/** Whether the staff confirm with a passkey, since when, and who has time until when. */
export function ConfirmationState({
  rule,
  mayAct,
}: {
  rule: ConfirmationRule | null;
  mayAct: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <>
      {rule ? (
        <p className="report-part__lead">
          {t('twoFactor.rule.on')} <At instant={rule.since} form="day" />
          {'. '}
          {t('twoFactor.rule.graceUntil')} <At instant={rule.graceUntil} />
          {'.'}
        </p>
      ) : (
        <p className="report-part__lead">{t('twoFactor.rule.off')}</p>
      )}
      {mayAct ? (
        <p className="report-part__lead">
          <a href={href('/admin/staff/confirmation')}>
            {t(rule ? 'twoFactor.rule.changeLink' : 'twoFactor.rule.onLink')}
          </a>
        </p>
      ) : null}
    </>
  );
}
