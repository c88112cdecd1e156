import type { SupporterCount } from '../../../domain/reports/listed-supporter.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useCount } from './use-count.ts';

/** Segments by name, each leading to its people. */
export function SegmentTable({
  segments,
  mayExport,
  maySave,
}: {
  segments: readonly {
    readonly id: string;
    readonly name: string;
    readonly query: string;
    readonly count: SupporterCount;
  }[];
  mayExport: boolean;
  maySave: boolean;
}) {
  const { t, href } = useLocale();
  const countOf = useCount();
  return (
    <ReportTable
      label={t('desk.segments')}
      head={[
        { label: t('segments.name') },
        { label: t('segments.people') },
        ...(mayExport ? [{ label: t('segments.file'), isWideOnly: true }] : []),
        ...(maySave ? [{ label: t('segments.change') }] : []),
      ]}
    >
      {segments.map(({ id, name, query, count }) => (
        <tr key={id}>
          <th scope="row">
            <a href={href(`/admin/supporters${query}`)}>{name}</a>
          </th>
          <td>{countOf(count)}</td>
          {mayExport ? (
            <td className="wide-only">
              <a
                href={`/admin/supporters.csv${query}`}
                aria-label={t('segments.csvNamed', { name })}
              >
                CSV
              </a>
            </td>
          ) : null}
          {maySave ? (
            <td>
              <a
                href={href(`/admin/segments/${id}`)}
                aria-label={t('segments.editNamed', { name })}
              >
                {t('segments.edit')}
              </a>
            </td>
          ) : null}
        </tr>
      ))}
    </ReportTable>
  );
}
