import { supporterQuery } from '../../domain/reports/supporter-filter.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import { givingCurrencies } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import { ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { wholeNumber } from './figures.tsx';

/** One tier: what it opens, how many have chosen it, and its minimums. */
export function TierPart({
  tier,
  mayAct,
}: {
  tier: TierView & { readonly patrons: number };
  mayAct: boolean;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart
      id={`tier-${tier.slug}`}
      title={tier.name[locale]}
      definition={tier.description[locale]}
    >
      <dl className="facts tier-facts">
        <dt>{t('admin.perks')}</dt>
        <dd>
          {tier.perks.length === 0
            ? t('admin.none')
            : new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(
                tier.perks.map((perk) => t(`admin.perk.${perk}`)),
              )}
        </dd>
        <dt>{t('admin.patrons')}</dt>
        <dd>
          {tier.patrons > 0 ? (
            <a
              href={href(
                `/admin/supporters${supporterQuery({ group: 'patrons', tier: tier.slug })}`,
              )}
            >
              {wholeNumber(tier.patrons, locale)}
            </a>
          ) : (
            wholeNumber(tier.patrons, locale)
          )}
        </dd>
      </dl>
      <ReportTable
        label={tier.name[locale]}
        head={[
          { label: t('admin.currency') },
          { label: t('admin.byMonth'), isFigure: true },
          { label: t('admin.byYear'), isFigure: true },
        ]}
      >
        {givingCurrencies.map((currency) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td className="figure">{formatMoney(tier.minimums[currency].month, locale)}</td>
            <td className="figure">{formatMoney(tier.minimums[currency].year, locale)}</td>
          </tr>
        ))}
      </ReportTable>
      {mayAct ? (
        <p>
          <a href={href(`/admin/tiers/${tier.id}`)}>{t('tiers.edit')}</a>{' '}
          <a href={href(`/admin/tiers/${tier.id}/prices`)}>{t('tiers.prices')}</a>
        </p>
      ) : null}
    </ReportPart>
  );
}
