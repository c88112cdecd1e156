import type { ListedAsk } from '../../../domain/asks/ask.ts';
import { Button } from '../../elements/button.tsx';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

/** Asks in the order in which they are tried, with what moves them. */
export function AskTable({
  asks,
  mayAct,
  label,
}: {
  asks: readonly ListedAsk[];
  mayAct: boolean;
  label: string;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={label}
      head={[
        { label: t('asks.ask') },
        { label: t('asks.rules'), isWideOnly: true },
        ...(mayAct ? [{ label: t('asks.acts') }] : []),
      ]}
    >
      {asks.map((ask, index) => (
        <tr key={ask.id}>
          <th scope="row">
            {mayAct ? <a href={href(`/admin/asks/${ask.id}`)}>{ask.name}</a> : ask.name}
            <span className="report-table__note">{ask.heading[locale]}</span>
            <a className="report-table__note" href={href(`/admin/asks/${ask.id}/test`)}>
              {t('askTest.title')}
              <span className="visually-hidden"> {ask.name}</span>
            </a>
          </th>
          <td className="wide-only">
            <Rules ask={ask} />
          </td>
          {mayAct ? (
            <td>
              <div className="asks__acts">
                {ask.isActive && index > 0 ? <Move ask={ask} to="up" /> : null}
                {ask.isActive && index < asks.length - 1 ? <Move ask={ask} to="down" /> : null}
                <form method="post" action={href(`/admin/asks/${ask.id}/use`)}>
                  <input type="hidden" name="use" value={ask.isActive ? 'no' : 'yes'} />
                  <Button look="quiet" isSmall>
                    {t(ask.isActive ? 'asks.retire' : 'asks.return')}
                    <span className="visually-hidden"> {ask.name}</span>
                  </Button>
                </form>
              </div>
            </td>
          ) : null}
        </tr>
      ))}
    </ReportTable>
  );
}

function Move({ ask, to }: { ask: ListedAsk; to: 'up' | 'down' }) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href(`/admin/asks/${ask.id}/place`)}>
      <input type="hidden" name="to" value={to} />
      <Button look="quiet" isSmall>
        {t(to === 'up' ? 'asks.up' : 'asks.down')}
        <span className="visually-hidden"> {ask.name}</span>
      </Button>
    </form>
  );
}

function Rules({ ask: { rules } }: { ask: ListedAsk }) {
  const { t } = useLocale();
  const { shortDay } = useDates();
  const lines = [
    rules.anyTags?.length ? t('asks.rule.anyTags', { tags: rules.anyTags.join(', ') }) : null,
    rules.noTags?.length ? t('asks.rule.noTags', { tags: rules.noTags.join(', ') }) : null,
    rules.sections?.length
      ? t('asks.rule.sections', { sections: rules.sections.join(', ') })
      : null,
    rules.countries?.length
      ? t('asks.rule.countries', { countries: rules.countries.join(', ') })
      : null,
    rules.maxViews ? t('asks.rule.maxViews', { count: rules.maxViews }) : null,
    rules.minArticles ? t('asks.rule.minArticles', { count: rules.minArticles }) : null,
    rules.excludeSensitive === false ? t('asks.form.onSensitive') : null,
    rules.notForPatrons === false ? t('asks.form.forPatrons') : null,
    rules.startsAt ? t('asks.rule.from', { date: shortDay(new Date(rules.startsAt)) }) : null,
    // It is over at the first instant after its last day.
    rules.endsAt
      ? t('asks.rule.until', { date: shortDay(new Date(Date.parse(rules.endsAt) - 1)) })
      : null,
  ].filter((line) => line !== null);
  if (lines.length === 0) return t('asks.rule.none');
  return lines.map((line) => (
    <span key={line} className="sums__one">
      {line}
    </span>
  ));
}
