import type {
  CurrencyRevenue,
  RevenueStep,
} from '../../../domain/reports/recurring/recurring-report.ts';
import { type MovementKind, movementKinds } from '../../../domain/reports/recurring-revenue.ts';
import { changesPath, standingPath } from '../../../domain/reports/recurring/change-filter.ts';
import type { DaySpan, ReportRange } from '../../../domain/reports/report-range.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { ChangeCell, SumCell, wholeNumber } from '../figures.tsx';
import { stepName } from '../overview/days.ts';
import { MovesChart } from './moves-chart.tsx';

/** Where recurring revenue stood, what moved it, and where it stands: a statement, a drawing, and every step of it. */
export function RevenuePart({ revenue, range }: { revenue: CurrencyRevenue; range: ReportRange }) {
  const { t } = useLocale();
  const { currency } = revenue;
  return (
    <ReportPart
      id={`revenue-${currency}`}
      title={t('recurring.revenueIn', { currency })}
      definition={t('admin.mrrDefinition')}
    >
      <Statement revenue={revenue} range={range} />
      <figure className="chart">
        <MovesChart revenue={revenue} range={range} />
        <details>
          <summary>{t('recurring.stepsTable', { unit: range.unit })}</summary>
          <Steps revenue={revenue} range={range} />
        </details>
      </figure>
    </ReportPart>
  );
}

function Statement({ revenue, range }: { revenue: CurrencyRevenue; range: ReportRange }) {
  const { locale, t, href } = useLocale();
  const { currency, movements, movementsBefore, before } = revenue;
  const behind = useBehind(currency);
  const hasBefore = movementsBefore !== null && before !== null;
  const startBefore = hasBefore
    ? before - movementKinds.reduce((sum, kind) => sum + movementsBefore[kind].amountMinor, 0)
    : 0;
  return (
    <ReportTable
      label={t('recurring.revenueIn', { currency })}
      head={[
        { label: t('admin.line') },
        { label: t('recurring.memberships'), isFigure: true },
        { label: t('recurring.monthly'), isFigure: true },
        ...(hasBefore
          ? [
              { label: t('recurring.beforeColumn'), isFigure: true },
              { label: t('admin.change'), isFigure: true, isWideOnly: true },
            ]
          : []),
      ]}
    >
      <tr>
        <th scope="row">{t('admin.mrrStart')}</th>
        <td />
        <SumCell minor={revenue.start} currency={currency} />
        {hasBefore ? (
          <>
            <SumCell minor={startBefore} currency={currency} />
            <ChangeCell before={startBefore} after={revenue.start} isWideOnly />
          </>
        ) : null}
      </tr>
      {movementKinds.map((kind) => (
        <tr key={kind}>
          <th scope="row">
            {t(`admin.movement.${kind}`)}
            <span className="report-table__note">{t(`recurring.define.${kind}`)}</span>
          </th>
          <td className="figure">{wholeNumber(movements[kind].count, locale)}</td>
          <SumCell
            minor={movements[kind].amountMinor}
            currency={currency}
            to={movements[kind].count > 0 ? behind(kind, range) : undefined}
          />
          {hasBefore ? (
            <>
              <SumCell
                minor={movementsBefore[kind].amountMinor}
                currency={currency}
                to={
                  range.before && movementsBefore[kind].count > 0
                    ? behind(kind, range.before)
                    : undefined
                }
              />
              <ChangeCell
                before={Math.abs(movementsBefore[kind].amountMinor)}
                after={Math.abs(movements[kind].amountMinor)}
                isWideOnly
              />
            </>
          ) : null}
        </tr>
      ))}
      <tr className="is-total">
        <th scope="row">{t(range.isRunning ? 'admin.mrrEnd' : 'admin.mrrEndOfMonth')}</th>
        <td className="figure">{wholeNumber(revenue.memberships, locale)}</td>
        <SumCell
          minor={revenue.end}
          currency={currency}
          to={revenue.memberships > 0 ? href(standingPath(range.to, { currency })) : undefined}
        />
        {hasBefore ? (
          <>
            <SumCell minor={before} currency={currency} />
            <ChangeCell before={before} after={revenue.end} isWideOnly />
          </>
        ) : null}
      </tr>
    </ReportTable>
  );
}

function Steps({ revenue, range }: { revenue: CurrencyRevenue; range: ReportRange }) {
  const { locale, t, href } = useLocale();
  const { currency, steps } = revenue;
  const behind = useBehind(currency);
  return (
    <ReportTable
      label={t('recurring.stepsTable', { unit: range.unit })}
      head={[
        { label: t('recurring.days') },
        ...movementKinds.map((kind) => ({ label: t(`admin.movement.${kind}`), isFigure: true })),
        { label: t('admin.mrrEndOfMonth'), isFigure: true },
        { label: t('recurring.memberships'), isFigure: true },
      ]}
    >
      {[...steps].reverse().map((step: RevenueStep) => (
        <tr key={step.from}>
          <th scope="row">{stepName(step, range.unit, locale)}</th>
          {movementKinds.map((kind) => (
            <SumCell
              key={kind}
              minor={step.movements[kind].amountMinor}
              currency={currency}
              to={step.movements[kind].count > 0 ? behind(kind, step) : undefined}
            />
          ))}
          <SumCell minor={step.end} currency={currency} />
          <td className="figure">
            {step.memberships > 0 ? (
              <a href={href(standingPath(step.to, { currency }))}>
                {wholeNumber(step.memberships, locale)}
              </a>
            ) : (
              wholeNumber(step.memberships, locale)
            )}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

/** The changes behind a movement, each with whose it is. */
function useBehind(currency: string) {
  const { href } = useLocale();
  return (of: MovementKind, days: DaySpan): string => href(changesPath(days, { of, currency }));
}
