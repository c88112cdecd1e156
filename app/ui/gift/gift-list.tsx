import type { GiftStanding } from '../../domain/gifts/gift.ts';
import { formatDay } from '../../kernel/format.ts';
import { useLocale } from '../use-locale.ts';

/** A gift as the account lists it; instants as ISO 8601. */
export interface GiftLine {
  readonly id: string;
  readonly standing: GiftStanding;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly months: number;
  readonly fromName: string;
  readonly toName: string;
  readonly delivery: 'mail' | 'card';
  /** The day that its state is about. */
  readonly date: string | null;
  readonly endsAt: string | null;
  readonly extendsMembership: boolean;
}

/** Gifts from, or to, the one who reads. */
export function GiftList({
  gifts,
  side,
  timeZone,
}: {
  gifts: readonly GiftLine[];
  side: 'given' | 'received';
  timeZone: string;
}) {
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  return (
    <section className="account__part" aria-labelledby={side}>
      <h2 id={side}>{t(`gifts.account.${side}`)}</h2>
      <ul className="plain-list gift-list">
        {gifts.map((gift) => (
          <li key={gift.id}>
            <p>
              <strong>
                {side === 'given'
                  ? gift.toName || t('gifts.recipient')
                  : gift.fromName || t('gifts.somebody')}
              </strong>
              {': '}
              {gift.tierName[locale]}, {t('gifts.buy.monthsChoice', { months: gift.months })}
            </p>
            <p className="meta">
              {side === 'received' && gift.standing === 'claimed'
                ? gift.extendsMembership
                  ? t('gifts.account.extended')
                  : t('gifts.account.until', { date: gift.endsAt ? day(gift.endsAt) : '' })
                : t(`gifts.standing.${gift.standing}`, { date: gift.date ? day(gift.date) : '' })}
            </p>
            {side === 'given' && (gift.standing === 'waiting' || gift.standing === 'delivered') ? (
              <p className="account__acts">
                <a href={href(`/gifts/${gift.id}/card.pdf`)}>{t('gifts.card.download')}</a>
                <a href={href(`/account/gifts/${gift.id}/delivery`)}>{t('gifts.account.change')}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
