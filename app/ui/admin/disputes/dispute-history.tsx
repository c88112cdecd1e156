import type { ListedAuditEntry } from '../../../domain/reports/audit/audit-entry.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sayKnown } from '../known-message.ts';

/** What colleagues did about a dispute, when and why. */
export function DisputeHistory({ entries }: { entries: readonly ListedAuditEntry[] }) {
  const { t } = useLocale();
  if (entries.length === 0) return null;
  return (
    <ReportPart id="history" title={t('disputes.history')}>
      <ReportTable
        label={t('disputes.history')}
        head={[{ label: t('admin.date') }, { label: t('audit.who') }, { label: t('audit.what') }]}
      >
        {entries.map(({ id, at, actor, action, reason }) => (
          <tr key={id}>
            <td>
              <At instant={at} />
            </td>
            <th scope="row">{actor ? (actor.label ?? t('admin.erased')) : t('audit.system')}</th>
            <td>
              {sayKnown(t, `admin.action.${action}`, action)}
              {reason ? <p className="audit__reason">{t('audit.reason', { reason })}</p> : null}
            </td>
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}
