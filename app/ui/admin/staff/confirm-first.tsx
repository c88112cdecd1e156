import { ButtonLink } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';

/** What can be done only by who has just used a passkey. */
export function ConfirmFirst({ path }: { path: string }) {
  const { t, href } = useLocale();
  const confirmation = `${href('/admin/confirmation')}?next=${encodeURIComponent(href(path))}`;
  return (
    <>
      <p>{t('twoFactor.first')}</p>
      <p>
        <ButtonLink to={confirmation}>{t('twoFactor.firstLink')}</ButtonLink>{' '}
        <ButtonLink to={href('/admin/staff')} look="quiet">
          {t('staff.back')}
        </ButtonLink>
      </p>
    </>
  );
}
