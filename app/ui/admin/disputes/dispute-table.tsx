import type { ListedDisputeCase } from '../../../domain/disputes/dispute-view.ts';
import { knownReason } from '../../../domain/disputes/evidence.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { usePersonName } from '../person-link.tsx';
import { DisputeStatus } from './dispute-status.tsx';

/** Disputes, the newest first. */
export function DisputeTable({ disputes }: { disputes: readonly ListedDisputeCase[] }) {
  const { locale, t, href } = useLocale();
  const nameOf = usePersonName();
  return (
    <ReportTable
      label={t('desk.disputes')}
      head={[
        { label: t('disputes.dispute') },
        { label: t('disputes.status') },
        { label: t('disputes.dueBy') },
        { label: t('disputes.amount'), isFigure: true },
        { label: t('disputes.opened'), isWideOnly: true },
      ]}
    >
      {disputes.map((dispute) => (
        <tr key={dispute.disputeId}>
          <th scope="row">
            <a href={href(`/admin/disputes/${dispute.disputeId}`)}>
              {dispute.person ? nameOf(dispute.person) : dispute.disputeId}
            </a>
            <span className="report-table__note">
              {t(`disputes.reason.${knownReason(dispute.reason)}`)}
            </span>
          </th>
          <td>
            <DisputeStatus status={dispute.status} />
          </td>
          <td>{dispute.dueBy ? <At instant={dispute.dueBy} form="day" /> : t('admin.none')}</td>
          <td className="figure">{sum(dispute.amount, locale)}</td>
          <td className="wide-only">
            <At instant={dispute.openedAt} form="day" />
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}
