import type { PriceEffect } from '../../../domain/memberships/prices/price-migration.ts';
import { formatMoney } from '../../../kernel/format.ts';
import { money } from '../../../kernel/money.ts';
import { Button } from '../../elements/button.tsx';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';
import { type FormAnswer, ReasonField } from '../settings/desk-form-parts.tsx';

/** Whom new minimums concern and what they would bring, and the button that sets them. */
export function PricePreview({
  effects,
  noticeDays,
  hidden,
  typed,
  errors,
}: Omit<FormAnswer, 'isStale'> & {
  effects: readonly PriceEffect[];
  noticeDays: number | null;
  hidden: Readonly<Record<string, string>>;
}) {
  const { locale, t } = useLocale();
  const concerned = effects.filter(({ patrons }) => patrons > 0);
  return (
    <ReportPart id="preview" title={t('tiers.prices.previewTitle')}>
      {concerned.length === 0 ? (
        <p>{t('tiers.prices.nobodyBelow')}</p>
      ) : (
        <>
          <ReportTable
            label={t('tiers.prices.previewTitle')}
            head={[
              { label: t('admin.currency') },
              { label: t('tiers.prices.from'), isFigure: true },
              { label: t('tiers.prices.to'), isFigure: true },
              { label: t('tiers.prices.below'), isFigure: true },
              { label: t('tiers.prices.now'), isFigure: true },
              { label: t('tiers.prices.then'), isFigure: true },
            ]}
          >
            {concerned.map(({ currency, interval, fromMinor, toMinor, patrons, now, then }) => (
              <tr key={`${currency}-${interval}`}>
                <th scope="row">{t(`tiers.prices.${interval}`, { currency })}</th>
                <td className="figure">{formatMoney(money(fromMinor, currency), locale)}</td>
                <td className="figure">{formatMoney(money(toMinor, currency), locale)}</td>
                <td className="figure">{wholeNumber(patrons, locale)}</td>
                <td className="figure">{formatMoney(now, locale)}</td>
                <td className="figure">{formatMoney(then, locale)}</td>
              </tr>
            ))}
          </ReportTable>
          <p>
            {noticeDays === null
              ? t('tiers.prices.keepLine')
              : t('tiers.prices.moveLine', { days: noticeDays })}
          </p>
        </>
      )}
      <form method="post" noValidate className="desk-form">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ReasonField typed={typed} errors={errors} />
        <p>
          <Button look="accent">{t('tiers.prices.confirm')}</Button>
        </p>
      </form>
    </ReportPart>
  );
}
