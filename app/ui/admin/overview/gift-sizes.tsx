import type { ReportRange } from '../../../domain/reports/report-range.ts';
import type { ComparedSize } from '../../../domain/reports/supporter-report.ts';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { SumCell, wholeNumber } from '../figures.tsx';
import { paymentsPath } from './payments-path.ts';

/** How large a gift is, on average and in the middle, in each currency as charged. */
export function GiftSizes({
  sizes,
  range,
}: {
  sizes: readonly ComparedSize[];
  range: ReportRange;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart id="sizes" title={t('overview.sizes')} definition={t('overview.sizesDefinition')}>
      {sizes.length === 0 ? (
        <Empty title={t('overview.noSizes')} />
      ) : (
        <ReportTable
          label={t('overview.sizes')}
          head={[
            { label: t('admin.currency') },
            { label: t('admin.gifts'), isFigure: true },
            { label: t('overview.average'), isFigure: true },
            { label: t('overview.median'), isFigure: true },
            ...(range.before
              ? [{ label: t('overview.medianBefore'), isFigure: true, isWideOnly: true }]
              : []),
          ]}
        >
          {sizes.map(({ now, before }) => {
            const { currency, source } = now;
            return (
              <tr key={`${source} ${currency}`}>
                <th scope="row">
                  {currency}
                  <span className="report-table__note">{t(`admin.line.${source}`)}</span>
                </th>
                <td className="figure">
                  <a href={href(paymentsPath(range, { kind: 'charges', source, currency }))}>
                    {wholeNumber(now.count, locale)}
                  </a>
                </td>
                <SumCell minor={now.averageMinor} currency={currency} />
                <SumCell minor={now.medianMinor} currency={currency} />
                {range.before ? (
                  before ? (
                    <SumCell minor={before.medianMinor} currency={currency} isWideOnly />
                  ) : (
                    <td className="figure muted wide-only">{t('admin.none')}</td>
                  )
                ) : null}
              </tr>
            );
          })}
        </ReportTable>
      )}
    </ReportPart>
  );
}
