import { formatDay, formatMoney } from '../../kernel/format.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { Button, ButtonLink } from '../elements/button.tsx';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';
import { eachInterval } from './change/terms-text.ts';
import type { MembershipSummary } from './membership-summary.ts';

/** How an act went, as the address of the membership's page says it. */
export interface MembershipOutcome {
  readonly changed: string | null;
  readonly withdrawn: string | null;
  readonly paused: string | null;
  readonly resumed: string | null;
}

interface Parts {
  readonly membership: MembershipSummary;
  readonly timeZone: string;
}

const withdrawFailures: Readonly<Record<string, MessageKey>> = {
  no_membership: 'membershipChange.withdrawFailed.no_membership',
  nothing_scheduled: 'membershipChange.withdrawFailed.nothing_scheduled',
};

/** What has just been done. The address only asks: what is said is what the membership says. */
export function MembershipNews({
  outcome,
  membership,
  timeZone,
  email,
}: Parts & { outcome: MembershipOutcome; email: string }) {
  const { locale, t } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const { standing, nextCharge, next } = membership;
  const { changed, withdrawn, paused, resumed } = outcome;
  if (withdrawn && withdrawn !== 'yes') {
    const isOfPayments = withdrawn === 'payments_unavailable' || withdrawn === 'payments_refused';
    const failure = withdrawFailures[withdrawn];
    if (!isOfPayments && !failure) return null;
    return (
      <Notice tone="bad" title={t('membershipChange.failedTitle')}>
        <p>
          {isOfPayments
            ? t(`membershipChange.barrier.${withdrawn}`, { email })
            : t(failure ?? 'membershipChange.failedTitle')}
        </p>
      </Notice>
    );
  }
  if (resumed === 'unpaid' && standing === 'past_due') {
    return (
      <Notice tone="bad">
        <p>{t('membershipResume.unpaid')}</p>
      </Notice>
    );
  }
  const said = () => {
    // The notices below say from when and until when.
    if (changed === 'later' && next) return t('membershipChange.doneLater');
    if (standing === 'paused' && paused) return t('membershipPause.done');
    if (standing !== 'active' || !nextCharge) return null;
    const date = day(nextCharge.at);
    if (changed === 'now') {
      return t('membershipChange.doneNow', {
        amount: formatMoney(nextCharge.amount, locale),
        date,
      });
    }
    if (withdrawn && !next) return t('membershipChange.withdrawn');
    return resumed ? t('membershipResume.done', { date }) : null;
  };
  const text = said();
  return text ? (
    <Notice tone="good">
      <p>{text}</p>
    </Notice>
  ) : null;
}

/** A change that waits, and taking it back. */
export function WaitingChange({ membership, timeZone }: Parts) {
  const { locale, t, href } = useLocale();
  const { next } = membership;
  if (!next) return null;
  return (
    <Notice>
      <p>
        {t('membershipChange.waiting', {
          date: formatDay(new Date(next.at), locale, timeZone),
          tier: next.tierName[locale],
          amount: eachInterval(t, locale, next),
        })}
      </p>
      <form method="post" action={href('/account/membership/change/withdrawal')}>
        <Button look="quiet">{t('membershipChange.withdraw')}</Button>
      </form>
    </Notice>
  );
}

/** A pause: since when, until when, what is charged then, and ending it. */
export function PauseLine({
  membership,
  timeZone,
  now,
}: Parts & {
  /** ISO 8601. */
  now: string;
}) {
  const { locale, t, href } = useLocale();
  const { standing, pausedUntil, paidUntil, nextCharge } = membership;
  if (standing !== 'paused') return null;
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const title = !pausedUntil
    ? t('membershipPause.lineOpen')
    : paidUntil && paidUntil > now
      ? t('membershipPause.lineSoon', { from: day(paidUntil), date: day(pausedUntil) })
      : t('membershipPause.line', { date: day(pausedUntil) });
  return (
    <Notice title={title}>
      {pausedUntil ? (
        <p>
          {nextCharge
            ? t('membershipPause.lineBody', { amount: formatMoney(nextCharge.amount, locale) })
            : t('membershipPause.lineBodyPlain')}
        </p>
      ) : null}
      <p>
        <ButtonLink to={href('/account/membership/pause/resumption')} look="quiet">
          {t('membershipPause.resume')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
