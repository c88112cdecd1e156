import type { Interval } from '../../../kernel/giving-amounts.ts';
import { formatDay, formatMoney } from '../../../kernel/format.ts';
import { type Money as Amount, negateMoney } from '../../../kernel/money.ts';
import { Money } from '../../elements/money.tsx';
import { useLocale } from '../../use-locale.ts';
import { eachInterval } from './terms-text.ts';

interface Terms {
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly amount: Amount;
  readonly interval: Interval;
}

/** A change as its page shows it; instants as ISO 8601. */
export interface ChangeFiguresView {
  readonly timing: 'now' | 'period_end';
  readonly before: Terms;
  readonly after: Terms;
  readonly feeCover: Amount | null;
  readonly dueNow: Amount;
  readonly charged: Amount;
  readonly credited: Amount;
  /** Positive: paid from a credit. Negative: kept as one. */
  readonly fromBalance: Amount;
  readonly next: { readonly amount: Amount; readonly at: string };
  readonly replaces: (Terms & { readonly at: string }) | null;
}

/** What is now, what will be, what is charged today and how that comes about, and what is charged next. */
export function ChangeFigures({ view, timeZone }: { view: ChangeFiguresView; timeZone: string }) {
  const { locale, t } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const terms = ({ tierName, ...rest }: Terms) =>
    t('membershipPreview.terms', {
      tier: tierName[locale],
      amount: eachInterval(t, locale, rest),
    });
  const { charged, credited, fromBalance } = view;
  const rows = [
    { name: t('membershipPreview.charged', { date: day(view.next.at) }), amount: charged },
    { name: t('membershipPreview.credited'), amount: negateMoney(credited) },
    {
      name: t(
        fromBalance.amountMinor < 0
          ? 'membershipPreview.toBalance'
          : 'membershipPreview.fromBalance',
      ),
      amount: negateMoney(fromBalance),
    },
  ].filter(({ amount }) => amount.amountMinor !== 0);
  return (
    <>
      <dl className="facts">
        <dt>{t('membershipPreview.before')}</dt>
        <dd>{terms(view.before)}</dd>
        <dt>{t('membershipPreview.after')}</dt>
        <dd>
          <strong>{terms(view.after)}</strong>
        </dd>
      </dl>
      <table className="table change__figures">
        <tbody>
          {view.timing === 'now' && rows.length > 1
            ? rows.map(({ name, amount }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="figure">
                    <Money amount={amount} cents="always" />
                  </td>
                </tr>
              ))
            : null}
          <tr className="change__sum">
            <th scope="row">{t('membershipPreview.dueNow')}</th>
            <td className="figure">
              <Money amount={view.dueNow} cents="always" />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('membershipPreview.next', { date: day(view.next.at) })}</th>
            <td className="figure">
              <Money amount={view.next.amount} cents="always" />
            </td>
          </tr>
        </tbody>
      </table>
      {view.feeCover ? (
        <p className="meta">
          {t('membershipPreview.coversFee', { amount: formatMoney(view.feeCover, locale) })}
        </p>
      ) : null}
      {view.replaces ? (
        <p className="meta">
          {t('membershipPreview.replaces', {
            tier: view.replaces.tierName[locale],
            amount: eachInterval(t, locale, view.replaces),
            date: day(view.replaces.at),
          })}
        </p>
      ) : null}
      <p className="meta">{t('membershipPreview.figures')}</p>
    </>
  );
}
