import type { ListedAuditEntry } from '../../../domain/reports/audit/audit-entry.ts';
import { auditQuery } from '../../../domain/reports/audit/audit-filter.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sayKnown } from '../known-message.ts';

/** Entries, one a row: when and from where, who, what and why, with what changed. */
export function AuditTable({ entries }: { entries: readonly ListedAuditEntry[] }) {
  const { t } = useLocale();
  return (
    <ReportTable
      label={t('desk.audit')}
      head={[
        { label: t('admin.date'), isWideOnly: true },
        { label: t('audit.who') },
        { label: t('audit.what') },
        { label: t('audit.where'), isWideOnly: true },
      ]}
    >
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td className="wide-only">
            <At instant={entry.at} />
          </td>
          <th className="audit__who" scope="row">
            <Actor entry={entry} />
            <span className="report-table__note narrow-only">
              <At instant={entry.at} />
            </span>
          </th>
          <td>
            <What entry={entry} />
          </td>
          <td className="audit__where wide-only">
            {entry.address ?? t('admin.none')}
            {entry.userAgent ? (
              <span className="report-table__note audit__browser">{entry.userAgent}</span>
            ) : null}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

function Actor({ entry: { actor } }: { entry: ListedAuditEntry }) {
  const { t, href } = useLocale();
  if (!actor) return t('audit.system');
  const name = actor.label ?? t('admin.erased');
  return <a href={href(`/admin/audit${auditQuery({ actor: { id: actor.id } })}`)}>{name}</a>;
}

function What({ entry }: { entry: ListedAuditEntry }) {
  const { t, href } = useLocale();
  const { subject, changes, facts, reason } = entry;
  const kind = sayKnown(t, `audit.kind.${subject.kind}`, subject.kind);
  return (
    <>
      {sayKnown(t, `admin.action.${entry.action}`, entry.action)}
      <span className="report-table__note">
        {subject.path ? <a href={href(subject.path)}>{kind}</a> : kind}{' '}
        <a
          className="audit__id"
          href={href(`/admin/audit${auditQuery({ text: subject.id, subjectKind: subject.kind })}`)}
        >
          <span className="visually-hidden">{t('audit.allAbout')} </span>
          {subject.id}
        </a>
      </span>
      {reason ? <p className="audit__reason">{t('audit.reason', { reason })}</p> : null}
      {changes.length > 0 ? (
        <dl className="audit__changes">
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {before === null ? null : (
                  <del>
                    <span className="visually-hidden">{t('audit.before')} </span>
                    {before}
                  </del>
                )}{' '}
                {after === null ? null : (
                  <ins>
                    <span className="visually-hidden">{t('audit.after')} </span>
                    {after}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {facts.length > 0 ? (
        <details className="audit__facts">
          <summary>
            {t('audit.more')}
            <span className="visually-hidden"> {entry.id}</span>
          </summary>
          <dl className="audit__changes">
            {facts.map(({ field, value }) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </>
  );
}
