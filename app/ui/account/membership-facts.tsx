import { formatDay, formatMoney } from '../../kernel/format.ts';
import { useLocale } from '../use-locale.ts';
import { eachInterval } from './change/terms-text.ts';
import type { MembershipSummary, Standing } from './membership-summary.ts';

const tones: Record<Standing, 'good' | 'warn' | 'bad' | 'quiet'> = {
  active: 'good',
  ending: 'warn',
  past_due: 'bad',
  unpaid: 'bad',
  paused: 'quiet',
  ended: 'quiet',
  waiting: 'quiet',
};

/** Tier, amount, next charge and state, as pairs. */
export function MembershipFacts({
  membership,
  timeZone,
}: {
  membership: MembershipSummary;
  timeZone: string;
}) {
  const { locale, t } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const { standing, startedAt, nextCharge, endsAt } = membership;
  return (
    <dl className="facts">
      <dt>{t('account.membership.tier')}</dt>
      <dd>{membership.tierName[locale]}</dd>
      <dt>{t('account.membership.amount')}</dt>
      <dd>
        {eachInterval(t, locale, membership)}
        {membership.feeCover ? (
          <span className="facts__note">
            {t('account.membership.coversFee', {
              amount: formatMoney(membership.feeCover, locale),
            })}
          </span>
        ) : null}
      </dd>
      <dt>{t('account.membership.status')}</dt>
      <dd>
        <span className={`state state--${tones[standing]}`}>
          {standing === 'ending' || standing === 'ended'
            ? t(`account.membership.status.${standing}`, { date: endsAt ? day(endsAt) : '' })
            : t(`account.membership.status.${standing}`)}
        </span>
      </dd>
      {standing === 'ended' ? null : (
        <>
          <dt>{t('account.membership.nextCharge')}</dt>
          <dd>
            {nextCharge
              ? t('account.membership.nextChargeOn', {
                  amount: formatMoney(nextCharge.amount, locale),
                  date: day(nextCharge.at),
                })
              : t(
                  standing === 'paused'
                    ? 'account.membership.pausedCharge'
                    : 'account.membership.noCharge',
                )}
          </dd>
        </>
      )}
      {startedAt ? (
        <>
          <dt>{t('account.membership.since')}</dt>
          <dd>{day(startedAt)}</dd>
        </>
      ) : null}
    </dl>
  );
}
