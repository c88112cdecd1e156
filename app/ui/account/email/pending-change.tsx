import { Fragment } from 'react';
import { formatInstant } from '../../../kernel/format.ts';
import { Button } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';

export interface PendingChangeView {
  readonly newEmail: string;
  readonly isOldConfirmed: boolean;
  readonly isNewConfirmed: boolean;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A change that waits for one mailbox or both. */
export function PendingChange({
  change,
  oldEmail,
  timeZone,
}: {
  change: PendingChangeView;
  oldEmail: string;
  timeZone: string;
}) {
  const { locale, t, href } = useLocale();
  const until = formatInstant(new Date(change.expiresAt), locale, timeZone);
  const boxes = [
    { name: t('identity.email.old'), email: oldEmail, isConfirmed: change.isOldConfirmed },
    {
      name: t('identity.email.newShort'),
      email: change.newEmail,
      isConfirmed: change.isNewConfirmed,
    },
  ];
  return (
    <section className="account__part" aria-labelledby="pending">
      <h2 id="pending">{t('identity.email.pendingTitle')}</h2>
      <p>{t('identity.email.pendingLead', { until })}</p>
      <dl className="facts">
        {boxes.map(({ name, email, isConfirmed }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="sign-in__address">{email}</span>{' '}
              <span className={`state state--${isConfirmed ? 'good' : 'quiet'}`}>
                {t(isConfirmed ? 'identity.email.confirmed' : 'identity.email.waiting')}
              </span>
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className="account__acts">
        <form method="post" action={href('/account/profile/email/mails')}>
          <Button look="quiet">{t('identity.email.resend')}</Button>
        </form>
        <form method="post" action={href('/account/profile/email/cancellation')}>
          <Button look="text">{t('identity.email.cancel')}</Button>
        </form>
      </div>
    </section>
  );
}
