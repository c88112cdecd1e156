import { useLocale } from '../../use-locale.ts';

/** With which address somebody signs in, and whether it is about to change. */
export function EmailPart({ email, newEmail }: { email: string; newEmail: string | null }) {
  const { t, href } = useLocale();
  return (
    <section className="account__part" aria-labelledby="email">
      <h2 id="email">{t('identity.profile.email')}</h2>
      <p className="sign-in__address">{email}</p>
      {newEmail ? <p>{t('identity.profile.emailPending', { email: newEmail })}</p> : null}
      <p className="account__acts">
        <a href={href('/account/profile/email')}>
          {t(newEmail ? 'identity.profile.emailPendingLink' : 'identity.profile.emailChange')}
        </a>
      </p>
    </section>
  );
}
