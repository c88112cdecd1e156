import { formatDay, formatMoney } from '../../../kernel/format.ts';
import { useLocale } from '../../use-locale.ts';
import type { FormerView } from './return-view.ts';

/** The memberships that somebody had, with their dates and amounts; nothing when there were none. */
export function FormerMemberships({
  former,
  timeZone,
}: {
  former: readonly FormerView[];
  timeZone: string;
}) {
  const { locale, t } = useLocale();
  if (former.length === 0) return null;
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  return (
    <section className="account__part" aria-labelledby="former">
      <h2 id="former">{t('ending.former.title')}</h2>
      <table className="table payments">
        <thead>
          <tr>
            <th scope="col">{t('ending.former.tier')}</th>
            <th scope="col">{t('ending.former.span')}</th>
            <th scope="col" className="figure">
              {t('ending.former.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {former.map(({ id, tierName, amount, interval, startedAt, endedAt }) => (
            <tr key={id}>
              <td>{tierName[locale]}</td>
              <td>{t('ending.former.dates', { from: day(startedAt), to: day(endedAt) })}</td>
              <td className="figure">
                {t(
                  interval === 'month'
                    ? 'account.membership.perMonth'
                    : 'account.membership.perYear',
                  { amount: formatMoney(amount, locale) },
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
