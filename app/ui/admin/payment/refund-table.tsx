import type { Refund, RefundEnd } from '../../../domain/refunds/refund.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';

/** What the staff decided to give back, and what became of it. */
export function RefundTable({
  refunds,
}: {
  refunds: readonly (Refund & { readonly end: RefundEnd })[];
}) {
  const { locale, t } = useLocale();
  return (
    <ReportPart id="refunds" title={t('deskSupporter.payment.refunds')}>
      <ReportTable
        label={t('deskSupporter.payment.refunds')}
        head={[
          { label: t('admin.date') },
          { label: t('deskSupporter.payment.state') },
          { label: t('deskSupporter.payment.reason'), isWideOnly: true },
          { label: t('admin.amount'), isFigure: true },
        ]}
      >
        {refunds.map((refund) => (
          <tr key={refund.id}>
            <td>
              <At instant={refund.createdAt} />
            </td>
            <td>{t(`deskSupporter.refund.status.${refund.end}`)}</td>
            <td className="wide-only">{t(`deskSupporter.refund.reason.${refund.reason}`)}</td>
            <td className="figure">{sum(refund.amount, locale)}</td>
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}
