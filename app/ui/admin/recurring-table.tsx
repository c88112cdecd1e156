import { changesPath, standingPath } from '../../domain/reports/recurring/change-filter.ts';
import { movementKinds } from '../../domain/reports/recurring-revenue.ts';
import type { ReportRange } from '../../domain/reports/report-range.ts';
import type { RecurringRevenue } from '../../domain/reports/supporter-report.ts';
import { Empty, ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { ChangeCell, SumCell, wholeNumber } from './figures.tsx';

/** Recurring revenue in each currency: where it stood, what moved it, where it stands. */
export function RecurringTable({
  recurring,
  range,
}: {
  recurring: readonly RecurringRevenue[];
  range: ReportRange;
}) {
  const { locale, t, href } = useLocale();
  /** The changes behind a movement, each with whose it is. */
  const behind = (of: (typeof movementKinds)[number], currency: string) =>
    href(changesPath(range, { of, currency }));
  return (
    <ReportPart id="recurring" title={t('admin.mrr')} definition={t('admin.mrrDefinition')}>
      {recurring.length === 0 ? (
        <Empty
          title={t('admin.noMrr')}
          next={t('admin.noMrrNext')}
          action={{ label: t('admin.tryJoin'), to: href('/join') }}
        />
      ) : (
        <>
          <ReportTable
            label={t('admin.mrr')}
            head={[
              { label: t('admin.currency') },
              { label: t('admin.mrrStart'), isFigure: true },
              ...movementKinds.map((kind) => ({
                label: t(`admin.movement.${kind}`),
                isFigure: true,
              })),
              {
                label: t(range.isRunning ? 'admin.mrrEnd' : 'admin.mrrEndOfMonth'),
                isFigure: true,
              },
              ...(range.before ? [{ label: t('admin.mrrChange'), isFigure: true }] : []),
              { label: t('admin.patrons'), isFigure: true },
            ]}
          >
            {recurring.map(({ currency, start, end, before, memberships, movements }) => (
              <tr key={currency}>
                <th scope="row">{currency}</th>
                <SumCell minor={start} currency={currency} />
                {movementKinds.map((kind) => (
                  <SumCell
                    key={kind}
                    minor={movements[kind].amountMinor}
                    currency={currency}
                    to={movements[kind].count === 0 ? undefined : behind(kind, currency)}
                  />
                ))}
                <SumCell
                  minor={end}
                  currency={currency}
                  to={href(standingPath(range.to, { currency }))}
                />
                {range.before ? <ChangeCell before={before} after={end} /> : null}
                <td className="figure">
                  <a href={href(standingPath(range.to, { currency }))}>
                    {wholeNumber(memberships, locale)}
                  </a>
                </td>
              </tr>
            ))}
          </ReportTable>
          <p className="report-part__definition">{t('admin.movementDefinitions')}</p>
        </>
      )}
    </ReportPart>
  );
}
