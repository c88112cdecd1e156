import type { CurrencyCode } from '../../../kernel/currencies.ts';
import { formatMoney } from '../../../kernel/format.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';
import { giftText } from '../../tiers/offer-words.ts';
import { useLocale } from '../../use-locale.ts';

/** What could be done instead of ending. Each answers one reason, so that at most one is ever seen. */
export interface AlternativesView {
  /** For whom it is too much: what the newsroom offers to those who would leave, else a smaller amount. */
  readonly offer: Offer | null;
  readonly smaller: {
    readonly amount: Money;
    readonly interval: Interval;
    /** The query of the form that changes it, filled in. */
    readonly query: string;
  } | null;
  /** For whom needs a break. */
  readonly canPause: boolean;
  /** The membership's. */
  readonly currency: CurrencyCode;
}

/** Shown beside the button that ends it, by a style alone, when its reason is chosen: no step is added. */
export function Alternatives({ alternatives }: { alternatives: AlternativesView }) {
  const { locale, t, href } = useLocale();
  const { smaller, canPause } = alternatives;
  const offer =
    alternatives.offer && giftText(alternatives.offer, alternatives.currency, { t, locale });
  return (
    <div aria-live="polite">
      {offer ? (
        <p className="ending__instead ending__instead--smaller">
          {t('ending.offer.lead', { offer })}{' '}
          <a href={href('/account/membership/offer')}>{t('ending.offer.submit')}</a>
        </p>
      ) : null}
      {smaller && !offer ? (
        <p className="ending__instead ending__instead--smaller">
          {t('ending.smaller', {
            amount: t(
              smaller.interval === 'month'
                ? 'account.membership.perMonth'
                : 'account.membership.perYear',
              { amount: formatMoney(smaller.amount, locale) },
            ),
          })}{' '}
          <a href={`${href('/account/membership/change')}?${smaller.query}`}>
            {t('ending.smallerLink')}
          </a>
        </p>
      ) : null}
      {canPause ? (
        <p className="ending__instead ending__instead--pause">
          {t('ending.pause')}{' '}
          <a href={href('/account/membership/pause')}>{t('ending.pauseLink')}</a>
        </p>
      ) : null}
    </div>
  );
}
