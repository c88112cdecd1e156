import { formatDay } from '../../kernel/format.ts';
import { ButtonLink } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

/** For those without a membership in force. `endedAt`: the day the last one ended, ISO 8601. */
export function Invitation({ endedAt, timeZone }: { endedAt: string | null; timeZone: string }) {
  const { locale, t, href } = useLocale();
  return (
    <section className="account__part" aria-labelledby="invitation">
      <h2 id="invitation">{t('account.invite.title')}</h2>
      {endedAt ? (
        <p>{t('account.invite.back', { date: formatDay(new Date(endedAt), locale, timeZone) })}</p>
      ) : null}
      <p>{t('account.invite.body')}</p>
      <p className="account__acts">
        <ButtonLink to={href('/join')} look="accent">
          {t('account.invite.submit')}
        </ButtonLink>
        <ButtonLink to={href('/donate')} look="quiet">
          {t('account.invite.once')}
        </ButtonLink>
      </p>
    </section>
  );
}
