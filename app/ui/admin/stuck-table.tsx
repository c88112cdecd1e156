import type { PipelineCounts, StuckItem } from '../../domain/pipeline/stuck.ts';
import { Button } from '../elements/button.tsx';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { wholeNumber } from './figures.tsx';
import { sayKnown } from './known-message.ts';

/** What stands still, one a row, with what can be done about it. */
export function StuckTable({ items, mayAct }: { items: readonly StuckItem[]; mayAct: boolean }) {
  const { t } = useLocale();
  return (
    <ReportTable
      label={t('pipeline.list')}
      head={[
        { label: t('pipeline.what') },
        { label: t('pipeline.reason') },
        { label: t('pipeline.attempts'), isFigure: true, isWideOnly: true },
        { label: t('pipeline.since') },
        ...(mayAct ? [{ label: t('pipeline.act') }] : []),
      ]}
    >
      {items.map((item) => (
        <Row key={`${item.kind} ${item.id}`} item={item} mayAct={mayAct} />
      ))}
    </ReportTable>
  );
}

function Row({ item, mayAct }: { item: StuckItem; mayAct: boolean }) {
  const { locale, t } = useLocale();
  const level = item.state === 'waiting' ? 'warn' : 'bad';
  return (
    <tr>
      <th scope="row">
        {item.what}
        <span className="report-table__note">
          {t(`pipeline.kind.${item.kind}`)}
          {item.objectId ? <ObjectLink item={item} objectId={item.objectId} /> : null}
        </span>
      </th>
      <td>
        <span className={`state state--${level}`}>{t(`pipeline.state.${item.state}`)}</span>
        <span className="report-table__note">{t(`pipeline.reason.${item.reason}`)}</span>
        {item.failure ? (
          <span className="report-table__note" lang="en">
            {item.failure}
          </span>
        ) : null}
      </td>
      <td className="figure wide-only">{wholeNumber(item.attempts, locale)}</td>
      <td>
        <At instant={item.since} />
      </td>
      {mayAct ? (
        <td>
          <Acts item={item} />
        </td>
      ) : null}
    </tr>
  );
}

function ObjectLink({ item, objectId }: { item: StuckItem; objectId: string }) {
  const { t } = useLocale();
  return (
    <>
      {' '}
      {item.objectUrl ? (
        <a href={item.objectUrl} aria-label={t('pipeline.atStripe', { id: objectId })}>
          {objectId}
        </a>
      ) : (
        <code>{objectId}</code>
      )}
    </>
  );
}

function Acts({ item }: { item: StuckItem }) {
  const { t, href } = useLocale();
  const what = `${item.what} ${item.objectId ?? ''}`.trim();
  const query = new URLSearchParams({ kind: item.kind, id: item.id }).toString();
  return (
    <form method="post" action={href('/admin/pipeline/retries')}>
      <input type="hidden" name="kind" value={item.kind} />
      <input type="hidden" name="id" value={item.id} />
      <Button isSmall aria-label={t('pipeline.retryNamed', { what })}>
        {t('pipeline.retry')}
      </Button>{' '}
      <a
        href={href(`/admin/pipeline/dismissals?${query}`)}
        aria-label={t('pipeline.dismissNamed', { what })}
      >
        {t('pipeline.dismiss')}
      </a>
    </form>
  );
}

/** How many events, mails and jobs there are of each state. */
export function PipelineCountTable({ counts }: { counts: PipelineCounts }) {
  const { locale, t } = useLocale();
  const rows = [
    ...Object.entries(counts.events).map(([state, count]) => ({
      kind: t('pipeline.kind.event'),
      state: sayKnown(t, `pipeline.outcome.${state}`, state),
      count,
    })),
    ...Object.entries(counts.mails).map(([state, count]) => ({
      kind: t('pipeline.kind.mail'),
      state: sayKnown(t, `pipeline.mail.${state}`, state),
      count,
    })),
    {
      kind: t('pipeline.kind.job'),
      state: t('pipeline.state.given_up'),
      count: counts.jobsGivenUp,
    },
  ];
  return (
    <ReportTable
      label={t('pipeline.counts')}
      head={[
        { label: t('pipeline.kind') },
        { label: t('pipeline.state') },
        { label: t('pipeline.count'), isFigure: true },
      ]}
    >
      {rows.map((row) => (
        <tr key={`${row.kind} ${row.state}`}>
          <th scope="row">{row.kind}</th>
          <td>{row.state}</td>
          <td className="figure">{wholeNumber(row.count, locale)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
