import { formatDay, formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import { ButtonLink } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

export interface GiftThanksView {
  readonly id: string;
  readonly amount: Money;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly months: number;
  readonly toName: string;
  readonly delivery: 'mail' | 'card';
  readonly recipientEmail: string | null;
  /** The day that is still to come, ISO 8601; null: it is on its way. */
  readonly deliverAt: string | null;
  readonly receiptTo: string | null;
  readonly timeZone: string;
}

/** What was bought, how it gets there, and the card. */
export function GiftThanks({ view }: { view: GiftThanksView }) {
  const { locale, t, href } = useLocale();
  const { delivery, deliverAt, recipientEmail: email } = view;
  return (
    <>
      <h1>{t('gifts.thanks.title')}</h1>
      <dl className="facts">
        <dt>{t('gifts.account.for')}</dt>
        <dd>{view.toName}</dd>
        <dt>{t('gifts.account.what')}</dt>
        <dd>
          {view.tierName[locale]}, {t('gifts.buy.monthsChoice', { months: view.months })}
        </dd>
        <dt>{t('account.payments.amount')}</dt>
        <dd className="figure">{formatMoney(view.amount, locale)}</dd>
      </dl>
      <p>
        {delivery === 'card'
          ? t('gifts.thanks.card')
          : deliverAt
            ? t('gifts.thanks.mail', {
                email: email ?? '',
                date: formatDay(new Date(deliverAt), locale, view.timeZone),
              })
            : t('gifts.thanks.mailNow', { email: email ?? '' })}
      </p>
      <p className="order-page__ways">
        {delivery === 'card' ? (
          <ButtonLink look="accent" to={href(`/gifts/${view.id}/card.pdf`)}>
            {t('gifts.card.download')}
          </ButtonLink>
        ) : null}
        <a href={href('/account/gifts')}>{t('mail.gift.seeYours')}</a>
      </p>
      {view.receiptTo ? (
        <p className="meta">{t('gifts.thanks.receipt', { email: view.receiptTo })}</p>
      ) : null}
      <p className="meta">{t('gifts.thanks.account')}</p>
    </>
  );
}
