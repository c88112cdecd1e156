import type { RecurringReport } from '../../../domain/reports/recurring/recurring-report.ts';
import { supporterQuery } from '../../../domain/reports/supporter-filter.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { SumCell, wholeNumber } from '../figures.tsx';

/** Patrons by tier, interval and currency. */
export function TierPart({ report }: { report: RecurringReport }) {
  const { locale, t, href } = useLocale();
  if (report.tiers.length === 0) return null;
  const label = t('recurring.byTier');
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
            <td className="figure">{wholeNumber(tier.begun, locale)}</td>
            <td className="figure">{wholeNumber(tier.ended, locale)}</td>
            <td className="figure">
              {report.range.isRunning && tier.standing > 0 ? (
                <a
                  href={href(
                    `/admin/supporters${supporterQuery({
                      group: 'patrons',
                      tier: tier.tierSlug,
                      currency: tier.currency,
                    })}`,
                  )}
                >
                  {wholeNumber(tier.standing, locale)}
                </a>
              ) : (
                wholeNumber(tier.standing, locale)
              )}
            </td>
            <SumCell minor={tier.amountMinor} currency={tier.currency} />
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}
