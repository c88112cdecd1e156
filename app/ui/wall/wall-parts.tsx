import { type WallGiftsView, type WallTierView, giftsList } from '../../domain/wall/wall.ts';
import { intlTags } from '../../kernel/locale.ts';
import { useLocale } from '../use-locale.ts';
import { NameList } from './name-list.tsx';

/** The patrons of one tier, or where their list goes on. */
export function WallTier({
  tier,
  isContinued = false,
}: {
  tier: WallTierView;
  isContinued?: boolean;
}) {
  const { locale, t, href } = useLocale();
  const title = t('wall.patronsOf', { tier: tier.tierName[locale] });
  const isUnnamedSaid = tier.unnamed > 0;
  const unnamed = { count: tier.unnamed };
  const isAnyNamed = tier.names.length > 0 || isContinued;
  if (!isAnyNamed && !isUnnamedSaid) return null;
  return (
    <section className="wall__part" aria-labelledby={tier.slug}>
      <h2 id={tier.slug}>{title}</h2>
      <NameList
        names={tier.names}
        rest={
          isUnnamedSaid
            ? t(isAnyNamed ? 'wall.unnamedPatrons' : 'wall.onlyUnnamedPatrons', unnamed)
            : null
        }
      />
      {tier.next ? (
        <p className="wall__more">
          <a href={`${href('/wall')}?list=${tier.slug}&after=${tier.next}#${tier.slug}`} rel="next">
            {t('wall.morePatrons', { tier: tier.tierName[locale] })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

/** Donations by month, or where their list goes on. */
export function WallGifts({
  gifts,
  isContinued = false,
}: {
  gifts: WallGiftsView;
  isContinued?: boolean;
}) {
  const { locale, t, href } = useLocale();
  const month = new Intl.DateTimeFormat(intlTags[locale], { month: 'long', timeZone: 'UTC' });
  const isUnnamedSaid = gifts.unnamed > 0;
  const isAnyNamed = gifts.months.length > 0 || isContinued;
  if (!isAnyNamed && !isUnnamedSaid) return null;
  return (
    <section className="wall__part" aria-labelledby={giftsList}>
      <h2 id={giftsList}>{t('wall.gifts')}</h2>
      {gifts.months.map((one) => (
        <section key={one.month} className="wall__month" aria-labelledby={`gifts-${one.month}`}>
          <h3 id={`gifts-${one.month}`}>
            {month.format(new Date(`${one.month}-15T12:00:00Z`))} {one.month.slice(0, 4)}
          </h3>
          <NameList names={one.names} rest={null} />
        </section>
      ))}
      {isUnnamedSaid ? (
        <p className="wall__rest">
          {t(isAnyNamed ? 'wall.unnamedGifts' : 'wall.onlyUnnamedGifts', { count: gifts.unnamed })}
        </p>
      ) : null}
      {gifts.next ? (
        <p className="wall__more">
          <a
            href={`${href('/wall')}?list=${giftsList}&after=${gifts.next}#${giftsList}`}
            rel="next"
          >
            {t('wall.moreGifts')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
