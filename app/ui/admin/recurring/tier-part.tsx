import { changesPath, standingPath } from '../../../domain/reports/recurring/change-filter.ts';
import type { RecurringReport } from '../../../domain/reports/recurring/recurring-report.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { SumCell, wholeNumber } from '../figures.tsx';

/** Patrons by tier, interval and currency. */
export function TierPart({ report }: { report: RecurringReport }) {
  const { locale, t, href } = useLocale();
  if (report.tiers.length === 0) return null;
  const label = t('recurring.byTier');
  const behind = (
    of: 'begun' | 'churn',
    { tierSlug: tier, interval, currency }: RecurringReport['tiers'][number],
  ) => href(changesPath(report.range, { of, tier, interval, currency }));
  return (
    <ReportPart id="tiers" title={label} definition={t('recurring.byTierDefinition')}>
      <ReportTable
        label={label}
        head={[
          { label: t('recurring.tier') },
          { label: t('admin.currency') },
          { label: t('recurring.begunShort'), isFigure: true },
          { label: t('recurring.endedShort'), isFigure: true },
          { label: t('admin.patrons'), isFigure: true },
          { label: t('recurring.monthly'), isFigure: true },
        ]}
      >
        {report.tiers.map((tier) => (
          <tr key={`${tier.tierSlug}-${tier.interval}-${tier.currency}`}>
            <th scope="row">
              {t('recurring.tierAndInterval', {
                tier: tier.tierName[locale],
                interval: tier.interval,
              })}
            </th>
            <td>{tier.currency}</td>
            <Behind count={tier.begun} to={behind('begun', tier)} />
            <Behind count={tier.ended} to={behind('churn', tier)} />
            <Behind
              count={tier.standing}
              to={href(
                standingPath(report.range.to, {
                  ...{ tier: tier.tierSlug, interval: tier.interval, currency: tier.currency },
                }),
              )}
            />
            <SumCell minor={tier.amountMinor} currency={tier.currency} />
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}

function Behind({ count, to }: { count: number; to: string }) {
  const { locale } = useLocale();
  const text = wholeNumber(count, locale);
  return <td className="figure">{count > 0 ? <a href={to}>{text}</a> : text}</td>;
}
