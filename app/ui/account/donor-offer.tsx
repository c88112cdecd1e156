import type { GivingCurrency } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import { Button } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

/** What a donor might give each month instead. */
export interface DonorOfferView {
  readonly amount: Money;
  readonly currency: GivingCurrency;
  /** The amount as the form takes it. */
  readonly ownAmount: string;
  readonly tierSlug: string;
  readonly tierName: string;
}

/** One click to Stripe's page with the amount as it stands; or to the form, where it can be changed. */
export function DonorOffer({ offer }: { offer: DonorOfferView }) {
  const { locale, t, href } = useLocale();
  const sum = formatMoney(offer.amount, locale);
  const chosen = {
    frequency: 'monthly',
    currency: offer.currency,
    tier: offer.tierSlug,
  };
  const form = new URLSearchParams({ ...chosen, amount: offer.ownAmount });
  return (
    <section className="account__part donor-offer" aria-labelledby="donor-offer">
      <h2 id="donor-offer">{t('donorOffer.title')}</h2>
      <p>{t('donorOffer.body', { tier: offer.tierName })}</p>
      <form method="post" action={href('/join')}>
        {Object.entries({ ...chosen, ownAmount: offer.ownAmount }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="account__acts">
          <Button look="accent">{t('donorOffer.submit', { sum })}</Button>
          <a href={`${href('/join')}?${form}`}>{t('donorOffer.change')}</a>
        </p>
      </form>
      <p className="meta">{t('donorOffer.next')}</p>
    </section>
  );
}
