import type { BookedEntry } from '../../../domain/reports/payment-case.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';

/** How a payment stands in the books. */
export function EntryTable({ entries }: { entries: readonly BookedEntry[] }) {
  const { locale, t } = useLocale();
  return (
    <ReportPart
      id="entries"
      title={t('deskSupporter.payment.entries')}
      definition={t('deskSupporter.payment.entriesDefinition')}
    >
      <ReportTable
        label={t('deskSupporter.payment.entries')}
        head={[
          { label: t('admin.date'), isWideOnly: true },
          { label: t('deskSupporter.payment.fact') },
          { label: t('deskSupporter.payment.account') },
          { label: t('admin.amount'), isFigure: true },
        ]}
      >
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="wide-only">
              <At instant={entry.at} />
            </td>
            <td>
              <code className="report-table__code">{entry.stripeObjectId}</code>
            </td>
            <td>{t(`deskSupporter.account.${entry.account}`)}</td>
            <td className="figure">{sum(entry.amount, locale)}</td>
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}
