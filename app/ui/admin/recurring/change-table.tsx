import type { ListedChange } from '../../../domain/reports/recurring/listed-change.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { PersonLink } from '../person-link.tsx';

/** Changes of memberships, each with whose it is. */
export function ChangeTable({ changes }: { changes: readonly ListedChange[] }) {
  const { locale, t } = useLocale();
  const { shortDay } = useDates();
  return (
    <ReportTable
      label={t('changes.title')}
      head={[
        { label: t('changes.when') },
        { label: t('changes.who') },
        { label: t('changes.what') },
        { label: t('changes.was'), isFigure: true, isWideOnly: true },
        { label: t('changes.became'), isFigure: true },
      ]}
    >
      {changes.map(({ id, at, did, person, tierName, interval, from, to }) => (
        <tr key={id}>
          <td>{shortDay(at)}</td>
          <th scope="row">{person ? <PersonLink person={person} /> : t('changes.nobody')}</th>
          <td>
            {t(`changes.of.${did}`)}
            <span className="report-table__note">
              {t('recurring.tierAndInterval', { tier: tierName[locale], interval })}
            </span>
          </td>
          <td className="figure wide-only">{sum(from, locale)}</td>
          <td className="figure">{sum(to, locale)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
