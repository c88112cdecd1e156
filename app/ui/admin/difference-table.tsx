import type { ListedDifference, RunView } from '../../domain/reconciliation/difference.ts';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { wholeNumber } from './figures.tsx';

/** Differences between us and Stripe, one a row, with the cause and what was done. */
export function DifferenceTable({
  differences,
  mayAct,
}: {
  differences: readonly ListedDifference[];
  mayAct: boolean;
}) {
  const { t } = useLocale();
  return (
    <ReportTable
      label={t('reconciliation.list')}
      head={[
        { label: t('reconciliation.what') },
        { label: t('reconciliation.expected') },
        { label: t('reconciliation.found') },
        { label: t('reconciliation.cause') },
        { label: t('reconciliation.seen'), isWideOnly: true },
      ]}
    >
      {differences.map((difference) => (
        <Row key={difference.id} difference={difference} mayAct={mayAct} />
      ))}
    </ReportTable>
  );
}

function Row({ difference, mayAct }: { difference: ListedDifference; mayAct: boolean }) {
  const { t, href } = useLocale();
  const { kind, objectId, objectUrl, state } = difference;
  return (
    <tr>
      <th scope="row">
        {t(`reconciliation.kind.${kind}`)}
        <span className="report-table__note">
          {objectUrl ? <a href={objectUrl}>{objectId}</a> : <code>{objectId}</code>}
        </span>
      </th>
      <td>{difference.expected || t('reconciliation.nothing')}</td>
      <td>{difference.found || t('reconciliation.nothing')}</td>
      <td>
        {t(`reconciliation.cause.${difference.cause}`)}
        <span className="report-table__note">{useDone(difference)}</span>
        {state === 'open' && mayAct ? (
          <a
            href={href(`/admin/reconciliation/explanations?id=${difference.id}`)}
            aria-label={t('reconciliation.explainNamed', { object: objectId })}
          >
            {t('reconciliation.explain')}
          </a>
        ) : null}
      </td>
      <td className="wide-only">
        <At instant={difference.firstSeenAt} />
        <br />
        <At instant={difference.lastSeenAt} />
      </td>
    </tr>
  );
}

function useDone({ state, kind, explanation }: ListedDifference): string {
  const { t } = useLocale();
  switch (state) {
    case 'open':
      return t('reconciliation.done.open');
    case 'explained':
      return t('reconciliation.done.explained', { explanation: explanation ?? '' });
    case 'repaired':
      return t(kind === 'event' ? 'reconciliation.done.event' : 'reconciliation.done.repaired');
  }
}

/** The latest comparisons, the newest first. */
export function RunTable({ runs }: { runs: readonly RunView[] }) {
  const { locale, t } = useLocale();
  return (
    <ReportTable
      label={t('reconciliation.runs')}
      head={[
        { label: t('reconciliation.scope') },
        { label: t('reconciliation.started') },
        { label: t('reconciliation.result') },
        { label: t('reconciliation.compared'), isFigure: true },
        { label: t('reconciliation.differing'), isFigure: true },
        { label: t('reconciliation.repaired'), isFigure: true },
      ]}
    >
      {runs.map((run) => (
        <tr key={run.startedAt.toISOString()}>
          <th scope="row">{t(`reconciliation.scope.${run.scope}`)}</th>
          <td>
            <At instant={run.startedAt} />
          </td>
          <td>
            {run.failure
              ? t('reconciliation.broken', { failure: run.failure })
              : t(run.finishedAt ? 'reconciliation.finished' : 'reconciliation.running')}
          </td>
          <td className="figure">{wholeNumber(run.compared, locale)}</td>
          <td className="figure">{wholeNumber(run.differing, locale)}</td>
          <td className="figure">{wholeNumber(run.repaired, locale)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
