import type { Offer } from '../../domain/offers/offer.ts';
import type { OfferPreview } from '../../domain/offers/offer-preview.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { Button } from '../elements/button.tsx';
import { giftText, stayText } from '../tiers/offer-words.ts';
import { useLocale } from '../use-locale.ts';

/** An offer to stay, with what would be charged next and later, and the one button that takes it. */
export function StayOffer({
  found,
  interval,
  timeZone,
}: {
  found: { readonly offer: Offer; readonly preview: OfferPreview };
  interval: Interval;
  timeZone: string;
}) {
  const { locale, t, href } = useLocale();
  const { offer, preview } = found;
  const speech = { t, locale };
  return (
    <form method="post" action={href('/account/membership/offer')} className="account__part">
      <p>{t('offer.stay.lead')}</p>
      <p>
        <strong>{giftText(offer, preview.full.currency, speech)}</strong>{' '}
        {stayText(preview, interval, { ...speech, timeZone })}
      </p>
      <Button>{t('offer.stay.accept')}</Button>
    </form>
  );
}
