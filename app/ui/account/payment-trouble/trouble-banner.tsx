import { formatDay, formatMoney } from '../../../kernel/format.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import type { TroubleView } from './trouble-view.ts';

/** Says on every page of the account that a payment waits, until when, and has the one button that mends it. */
export function TroubleBanner({ view, timeZone }: { view: TroubleView; timeZone: string }) {
  const { locale, t, href } = useLocale();
  const { trouble, closesAt, isClosed, nextAttemptAt } = view;
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const amount = formatMoney(view.amount, locale);
  const isFailed = trouble === 'failed';
  return (
    <section
      className="account__trouble"
      aria-label={t(isFailed ? 'collection.banner.failed' : 'collection.banner.confirm')}
    >
      <Notice
        tone="warn"
        title={t(isFailed ? 'collection.banner.failed' : 'collection.banner.confirm')}
      >
        <p>
          {t(isFailed ? 'collection.banner.failedText' : 'collection.banner.confirmText', {
            amount,
          })}{' '}
          {closesAt
            ? t(isClosed ? 'collection.banner.closed' : 'collection.banner.openUntil', {
                date: day(closesAt),
              })
            : null}
        </p>
        {isFailed && nextAttemptAt ? (
          <p>{t('collection.banner.retry', { date: day(nextAttemptAt) })}</p>
        ) : null}
        {isFailed ? (
          <form method="post" action={href('/account/membership/card')}>
            <Button look="accent">{t('collection.banner.useCard')}</Button>
          </form>
        ) : (
          <p className="account__acts">
            <ButtonLink to={href('/account/membership/card/confirmation')} look="accent">
              {t('collection.banner.confirmNow')}
            </ButtonLink>
            <a href={href('/account/membership/card')}>{t('collection.banner.otherCard')}</a>
          </p>
        )}
      </Notice>
    </section>
  );
}
