import type { ListedOffer } from '../../../domain/offers/offer.ts';
import type { TierView } from '../../../domain/memberships/tier.ts';
import { givingCurrencies } from '../../../kernel/currencies.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { giftText, limitTexts } from '../../tiers/offer-words.ts';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { wholeNumber } from '../figures.tsx';
import { useZone } from '../zone.ts';

/** Every offer, the latest first: what it gives, when, and how many took it. */
export function OfferTable({
  offers,
  tiers,
  appUrl,
  mayAct,
}: {
  offers: readonly ListedOffer[];
  tiers: readonly Pick<TierView, 'slug' | 'name'>[];
  appUrl: string;
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  const zone = useZone();
  return (
    <ReportTable
      label={t('offers.title')}
      head={[
        { label: t('offers.name') },
        { label: t('offers.gives') },
        { label: t('offers.open') },
        { label: t('offers.taken'), isFigure: true },
      ]}
    >
      {offers.map((offer) => (
        <tr key={offer.id}>
          <th scope="row">
            {offer.name}
            <span className="report-table__note">{t(`offers.kind.${offer.kind}`)}</span>
            {offer.code ? (
              <span className="report-table__note">
                {t('offers.linkHint', { link: `${appUrl}/join?code=${offer.code}` })}
              </span>
            ) : null}
          </th>
          <td>
            {giftsOf(offer, { t, locale }).join('; ')}
            <span className="report-table__note">
              {limitTexts({ ...offer, endsAt: null }, tiers, zone, { t, locale }).join(' ')}
            </span>
          </td>
          <td>
            <Open offer={offer} />
            {mayAct && offer.standing !== 'over' ? (
              <span className="report-table__note">
                <a href={href(`/admin/offers/${offer.id}/end`)}>
                  {t('offers.end')}
                  <span className="visually-hidden"> {offer.name}</span>
                </a>
              </span>
            ) : null}
          </td>
          <td className="figure">
            {offer.maxRedemptions === null
              ? wholeNumber(offer.taken, locale)
              : t('offers.takenOf', {
                  taken: wholeNumber(offer.taken, locale),
                  max: wholeNumber(offer.maxRedemptions, locale),
                })}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

/** A sum off stands in every currency that it names; all else reads the same in each. */
function giftsOf(offer: ListedOffer, speech: Parameters<typeof giftText>[2]): string[] {
  const texts = givingCurrencies.map((currency) => giftText(offer, currency, speech));
  return [...new Set(texts.filter((text) => text !== null))];
}

function Open({ offer }: { offer: ListedOffer }) {
  const { t } = useLocale();
  const { shortDay } = useDates();
  const from = shortDay(offer.startsAt);
  return (
    <>
      {t(`offers.standing.${offer.standing}`)}
      <span className="report-table__note">
        {offer.endsAt
          ? t('offers.fromUntil', {
              from,
              // The end is the instant after the last day.
              until: shortDay(new Date(offer.endsAt.getTime() - 1)),
            })
          : t('offers.from', { date: from })}
      </span>
      {offer.isReady || offer.standing === 'over' ? null : (
        <span className="report-table__note">{t('offers.notReady')}</span>
      )}
    </>
  );
}
