import { formatDay, formatMoney } from '../../../kernel/format.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

/** Says what resuming now costs, and does it. */
export function ResumeRoom({
  view,
  failure,
}: {
  view: {
    readonly newsroom: { readonly timeZone: string; readonly contactEmail: string };
    readonly interval: Interval;
    readonly chargedNow: Money | null;
    readonly nextChargeAt: string | null;
  };
  failure: 'payments_unavailable' | 'payments_refused' | null;
}) {
  const { locale, t, href } = useLocale();
  const { newsroom, interval, chargedNow, nextChargeAt } = view;
  const amount = chargedNow ? formatMoney(chargedNow, locale) : '';
  return (
    <>
      <h1>{t('membershipResume.title')}</h1>
      {failure ? (
        <Notice tone="bad" title={t('membershipChange.failedTitle')}>
          <p>{t(`membershipChange.barrier.${failure}`, { email: newsroom.contactEmail })}</p>
        </Notice>
      ) : null}
      <p>
        {chargedNow
          ? t('membershipResume.chargedNow', { amount, interval })
          : t('membershipResume.chargedLater', {
              date: nextChargeAt
                ? formatDay(new Date(nextChargeAt), locale, newsroom.timeZone)
                : '',
            })}
      </p>
      <form
        className="account__form"
        method="post"
        action={href('/account/membership/pause/resumption')}
      >
        <div className="account__acts">
          <Button look="accent">
            {chargedNow
              ? t('membershipResume.submitPay', { amount })
              : t('membershipResume.submit')}
          </Button>
          <ButtonLink to={href('/account/membership')} look="quiet">
            {t('membershipResume.keep')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}
