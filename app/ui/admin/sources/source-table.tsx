import type { PaymentFilter } from '../../../domain/reports/payment-filter.ts';
import type { ReportRange } from '../../../domain/reports/report-range.ts';
import {
  type SourceFigures,
  type SourceReport,
  type SourceRow,
  type SourceSort,
  filterOfKey,
} from '../../../domain/reports/sources/source.ts';
import { type Locale, intlTags } from '../../../kernel/locale.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { ChangeCell, SumCell, wholeNumber } from '../figures.tsx';
import { paymentsPath } from '../overview/payments-path.ts';
import { SourceName } from './source-name.tsx';
import { sourcesPath } from './sources-path.ts';

interface Props {
  report: SourceReport;
  currency: string;
  range: ReportRange;
}

/** Income by what brought it: each figure leads to its payments, each heading sorts by its column. */
export function SourceTable({ report, currency, range }: Props) {
  const { t, href } = useLocale();
  const { question, rows, total, waiting } = report;
  const { by, sort } = question;
  const { before } = range;
  const label = t('sources.table', { by, currency });
  const heading = (name: SourceSort, says: string) => ({
    label: says,
    to: href(sourcesPath(range, { ...question, sort: name, page: 1 })),
    isSorted:
      name === sort
        ? name === 'name'
          ? ('ascending' as const)
          : ('descending' as const)
        : undefined,
  });
  return (
    <ReportPart id="sources" title={label} definition={t(`sources.define.${by}`)}>
      <p className="report-part__definition">{t('sources.define.figures')}</p>
      <ReportTable
        label={label}
        head={[
          heading('name', t(`sources.by.${by}`)),
          { ...heading('charges', t('sources.charges')), isFigure: true },
          { ...heading('gross', t('sources.gross')), isFigure: true },
          { ...heading('returned', t('sources.returned')), isFigure: true, isWideOnly: true },
          { ...heading('fees', t('sources.fees')), isFigure: true, isWideOnly: true },
          { ...heading('net', t('sources.net')), isFigure: true },
          ...(before
            ? [
                { ...heading('before', t('sources.before')), isFigure: true, isWidestOnly: true },
                { label: t('sources.change'), isFigure: true, isWidestOnly: true },
              ]
            : []),
        ]}
      >
        {rows.map((row) => (
          <Row key={row.key} row={row} report={report} currency={currency} range={range} />
        ))}
        <tr className="is-total">
          <th scope="row">{t('sources.total')}</th>
          <Figures figures={total} currency={currency} range={range} also={{}} />
        </tr>
      </ReportTable>
      {waiting > 0 ? (
        <p className="report-part__definition">
          <a href={href(paymentsPath(range, { isWaiting: true }))}>
            {t('sources.waiting', { count: waiting })}
          </a>
        </p>
      ) : null}
    </ReportPart>
  );
}

function Row({ row, report, currency, range }: Props & { row: SourceRow }) {
  const { by } = report.question;
  return (
    <tr>
      <th scope="row" className={by === 'article' ? 'headline-cell' : undefined}>
        <SourceName by={by} row={row} days={range} />
        <Bar value={row.gross} largest={report.largest} />
      </th>
      <Figures figures={row} currency={currency} range={range} also={filterOfKey(by, row.key)} />
    </tr>
  );
}

function Figures({
  figures,
  currency,
  range,
  also,
}: {
  figures: SourceFigures & { readonly before: number };
  currency: string;
  range: ReportRange;
  also: Partial<PaymentFilter>;
}) {
  const { locale, href } = useLocale();
  const { before: days } = range;
  const charges = href(paymentsPath(range, { kind: 'charges', settlement: currency, also }));
  const all = href(paymentsPath(range, { settlement: currency, also }));
  return (
    <>
      <td className="figure">
        <a href={charges}>{wholeNumber(figures.charges, locale)}</a>
      </td>
      <SumCell minor={figures.gross} currency={currency} to={charges} />
      <SumCell
        minor={figures.returned}
        currency={currency}
        to={href(paymentsPath(range, { kind: 'returns', settlement: currency, also }))}
        isWideOnly
      />
      <SumCell minor={0 - figures.fees} currency={currency} to={all} isWideOnly />
      <SumCell minor={figures.net} currency={currency} to={all} />
      {days ? (
        <>
          <SumCell
            minor={figures.before}
            currency={currency}
            to={href(paymentsPath(days, { settlement: currency, also }))}
            isWidestOnly
          />
          <ChangeCell before={figures.before} after={figures.net} isWidestOnly />
        </>
      ) : null}
    </>
  );
}

/** How long a row's gross is beside the largest. The figure says it; the bar helps to see it. */
function Bar({ value, largest }: { value: number; largest: number }) {
  const { locale, t } = useLocale();
  if (largest <= 0) return null;
  const part = Math.max(0, value / largest);
  return (
    <span className="source-bar">
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width={Math.round(part * 1e4) / 100} height="1" />
      </svg>
      <span className="visually-hidden">
        {t('sources.barShare', { share: share(part, locale) })}
      </span>
    </span>
  );
}

function share(part: number, locale: Locale): string {
  return new Intl.NumberFormat(intlTags[locale], {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(part);
}
