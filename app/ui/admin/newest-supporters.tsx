import type { NewSupporter } from '../../domain/reports/supporter-report.ts';
import { Empty, ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { sum } from './figures.tsx';
import { PersonLink } from './person-link.tsx';

/** Who came last, and with what. */
export function NewestSupporters({ newest }: { newest: readonly NewSupporter[] }) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart id="newest" title={t('admin.newest')} definition={t('admin.newestDefinition')}>
      {newest.length === 0 ? (
        <Empty
          title={t('admin.noNewest')}
          next={t('admin.noIncomeNext')}
          action={{ label: t('admin.tryDonate'), to: href('/donate') }}
        />
      ) : (
        <>
          <ReportTable
            label={t('admin.newest')}
            head={[
              { label: t('admin.supporter') },
              { label: t('admin.since') },
              { label: t('admin.firstGift'), isFigure: true },
            ]}
          >
            {newest.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <PersonLink person={person} />
                </th>
                <td>
                  <At instant={person.at} form="day" />
                </td>
                <td className="figure">
                  {sum(person.firstGift, locale)}
                  <span className="report-table__note">
                    {person.interval
                      ? t('admin.everyInterval', { interval: person.interval })
                      : t('admin.once')}
                  </span>
                </td>
              </tr>
            ))}
          </ReportTable>
          <p className="more">
            <a href={href('/admin/supporters')}>{t('admin.seeAll')}</a>
          </p>
        </>
      )}
    </ReportPart>
  );
}
