import { At } from '../admin/dates.tsx';
import { Button } from '../elements/button.tsx';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';

/** A name as the desk lists it. */
export interface NameRow {
  readonly kind: 'donation' | 'membership';
  readonly id: string;
  readonly supporterId: string | null;
  readonly name: string;
  readonly at: Date;
  readonly isHidden: boolean;
}

/** The newest names, each with who it is and a button to take it off or put it back. */
export function NameTable({
  names,
  after,
  mayAct,
}: {
  names: readonly NameRow[];
  /** The page of the list, to come back to. */
  after: string | null;
  mayAct: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <ReportTable
      label={t('wall.admin.title')}
      head={[
        { label: t('wall.admin.name') },
        { label: t('wall.admin.with'), isWideOnly: true },
        { label: t('wall.admin.when'), isWideOnly: true },
        { label: t('wall.admin.state') },
        ...(mayAct ? [{ label: t('wall.admin.act') }] : []),
      ]}
    >
      {names.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <bdi>{row.name}</bdi>
            {row.supporterId ? (
              <span className="report-table__note">
                <a href={href(`/admin/supporters/${row.supporterId}`)}>{t('wall.admin.person')}</a>
              </span>
            ) : null}
          </th>
          <td className="wide-only">{t(`wall.admin.${row.kind}`)}</td>
          <td className="wide-only">
            <At instant={row.at} form="day" />
          </td>
          <td>{t(row.isHidden ? 'wall.admin.hidden' : 'wall.admin.shown')}</td>
          {mayAct ? (
            <td>
              <KeepForm row={row} after={after} />
            </td>
          ) : null}
        </tr>
      ))}
    </ReportTable>
  );
}

function KeepForm({ row, after }: { row: NameRow; after: string | null }) {
  const { t, href } = useLocale();
  const path = row.isHidden ? '/admin/wall/returns' : '/admin/wall/removals';
  return (
    <form method="post" action={href(path)}>
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="id" value={row.id} />
      {after ? <input type="hidden" name="after" value={after} /> : null}
      <Button
        look="text"
        aria-label={t(row.isHidden ? 'wall.admin.putBackName' : 'wall.admin.takeOffName', {
          name: row.name,
        })}
      >
        {t(row.isHidden ? 'wall.admin.putBack' : 'wall.admin.takeOff')}
      </Button>
    </form>
  );
}
