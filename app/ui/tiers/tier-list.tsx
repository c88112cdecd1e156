import type { TierView } from '../../domain/memberships/tier.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import { useLocale } from '../use-locale.ts';

/** The tiers one under another between hairlines: what each is, what it opens, and from how much. */
export function TierList({
  tiers,
  chosen,
  currency,
}: {
  tiers: readonly TierView[];
  chosen: string;
  currency: GivingCurrency;
}) {
  const { locale, t } = useLocale();
  return (
    <fieldset className="tiers">
      <legend className="visually-hidden">{t('giving.chooseTier')}</legend>
      {tiers.map((tier, index) => (
        <div className="tier" key={tier.slug}>
          <input
            className="tier__radio"
            type="radio"
            name="tier"
            value={tier.slug}
            id={`tier-${tier.slug}`}
            defaultChecked={tier.slug === chosen}
            aria-describedby={`tier-${tier.slug}-price tier-${tier.slug}-about`}
          />
          <label className="tier__name" htmlFor={`tier-${tier.slug}`}>
            {tier.name[locale]}
          </label>
          <p className="tier__price" id={`tier-${tier.slug}-price`}>
            <span data-price="monthly">
              {t('giving.fromMonthly', { min: formatMoney(tier.minimums[currency].month, locale) })}
            </span>
            <span data-price="yearly">
              {t('giving.fromYearly', { min: formatMoney(tier.minimums[currency].year, locale) })}
            </span>
          </p>
          <div className="tier__about" id={`tier-${tier.slug}-about`}>
            <p>{tier.description[locale]}</p>
            <TierPerks tier={tier} below={tiers[index - 1]} />
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** What a tier opens; what it shares with the one below is said in one line. */
function TierPerks({ tier, below }: { tier: TierView; below: TierView | undefined }) {
  const { locale, t } = useLocale();
  const isMore = below !== undefined && below.perks.every((perk) => tier.perks.includes(perk));
  const named = isMore ? tier.perks.filter((perk) => !below.perks.includes(perk)) : tier.perks;
  return (
    <ul className="tier__perks">
      {isMore && <li>{t('giving.perksOf', { tier: below.name[locale] })}</li>}
      {named.map((perk) => (
        <li key={perk}>{t(`giving.perk.${perk}`)}</li>
      ))}
    </ul>
  );
}
