import { brandName, type Card } from '../../../domain/memberships/collection/collection.ts';
import { formatDay, formatMoney } from '../../../kernel/format.ts';
import type { Money } from '../../../kernel/money.ts';
import { useLocale } from '../../use-locale.ts';

/** What a membership is charged to, and what next. `nextChargeAt` is ISO 8601. */
export interface CardFactsView {
  readonly card: Card | null;
  readonly nextChargeAt: string | null;
  readonly amount: Money;
}

export function CardFacts({ view, timeZone }: { view: CardFactsView; timeZone: string }) {
  const { locale, t } = useLocale();
  const { card, nextChargeAt } = view;
  return (
    <dl className="facts">
      <dt>{t('collection.page.method')}</dt>
      <dd>
        {card
          ? t('collection.card', { brand: brandName(card.brand), last4: card.last4 ?? 'none' })
          : t('collection.card.none')}
      </dd>
      {card?.expMonth && card.expYear ? (
        <>
          <dt>{t('collection.page.expires')}</dt>
          <dd>{`${String(card.expMonth).padStart(2, '0')}/${card.expYear}`}</dd>
        </>
      ) : null}
      {nextChargeAt ? (
        <>
          <dt>{t('collection.page.nextCharge')}</dt>
          <dd>
            {t('collection.page.nextChargeOn', {
              amount: formatMoney(view.amount, locale),
              date: formatDay(new Date(nextChargeAt), locale, timeZone),
            })}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
