import { freshMinutes } from '../../../domain/supporters/session.ts';
import { ButtonLink } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';

/** What can be done only by who has just used a passkey. */
export function ConfirmFirst({ path }: { path: string }) {
  const { t, href } = useLocale();
  const confirmation = `${href('/admin/confirmation')}?next=${encodeURIComponent(href(path))}`;
  return (
    <div className="desk-form">
      <p className="report-part__lead">{t('twoFactor.first', { minutes: freshMinutes })}</p>
      <p>
        <ButtonLink to={confirmation}>{t('twoFactor.firstLink')}</ButtonLink>{' '}
        <ButtonLink to={href('/admin/staff')} look="quiet">
          {t('staff.back')}
        </ButtonLink>
      </p>
    </div>
  );
}
