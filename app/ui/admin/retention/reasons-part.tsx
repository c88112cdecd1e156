import { changesPath } from '../../../domain/reports/recurring/change-filter.ts';
import {
  type RetentionReport,
  type EndReason,
  shareInTenths,
} from '../../../domain/reports/recurring/retention.ts';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { SumCell, wholeNumber } from '../figures.tsx';
import { answerLabels } from './answer-labels.ts';
import { shareText } from '../recurring/share.ts';

/** Why memberships stopped, in the order of how many. */
export function ReasonsPart({ report }: { report: RetentionReport }) {
  const { locale, t, href } = useLocale();
  const { reasons, range } = report;
  const all = reasons.reduce((total, { count }) => total + count, 0);
  const label = t('retention.reasons');
  const because = useBecause();
  const behind = ({ endedBecause, cancelCode, currency }: EndReason) =>
    href(changesPath(range, { of: 'churn', because: endedBecause, answer: cancelCode, currency }));
  return (
    <ReportPart id="reasons" title={label} definition={t('retention.reasonsDefinition')}>
      {reasons.length === 0 ? (
        <Empty title={t('retention.noReasons')} />
      ) : (
        <ReportTable
          label={label}
          head={[
            { label: t('retention.reason') },
            { label: t('admin.currency') },
            { label: t('recurring.memberships'), isFigure: true },
            { label: t('retention.share'), isFigure: true, isWideOnly: true },
            { label: t('recurring.monthly'), isFigure: true },
          ]}
        >
          {reasons.map((reason) => (
            <tr key={`${reason.endedBecause}-${reason.cancelCode}-${reason.currency}`}>
              <th scope="row">{because(reason)}</th>
              <td>{reason.currency}</td>
              <td className="figure">
                <a href={behind(reason)}>{wholeNumber(reason.count, locale)}</a>
              </td>
              <td className="figure wide-only">
                {shareText(shareInTenths(reason.count, all) ?? 0, locale)}
              </td>
              <SumCell minor={reason.amountMinor} currency={reason.currency} />
            </tr>
          ))}
        </ReportTable>
      )}
      {reasons.length > 0 ? (
        <p className="more">
          <a href={href(changesPath(range, { of: 'churn' }))}>{t('retention.whoLeft')}</a>
        </p>
      ) : null}
    </ReportPart>
  );
}

/** Why it ended, and under it what its patron answered. */
function useBecause() {
  const { t } = useLocale();
  return ({ endedBecause, cancelCode }: EndReason) => {
    const answer = answerLabels[cancelCode];
    return (
      <>
        {t('retention.because', { reason: endedBecause === '' ? 'unknown' : endedBecause })}
        {answer || cancelCode !== '' ? (
          <span className="report-table__note">{answer ? t(answer) : cancelCode}</span>
        ) : null}
      </>
    );
  };
}
