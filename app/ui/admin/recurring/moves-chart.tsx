import {
  type CurrencyRevenue,
  gainedAndLost,
} from '../../../domain/reports/recurring/recurring-report.ts';
import type { ReportRange } from '../../../domain/reports/report-range.ts';
import { minorPerMajor } from '../../../kernel/currencies.ts';
import { intlTags } from '../../../kernel/locale.ts';
import { money } from '../../../kernel/money.ts';
import { scaleFor, spreadLabels, unit } from '../../chart/chart-geometry.ts';
import { Axis } from '../../chart/chart-parts.tsx';
import { type Frame, frames, isLabelled } from '../../chart/frames.ts';
import { useLocale } from '../../use-locale.ts';
import { sum } from '../figures.tsx';
import { footLabel, stepName } from '../overview/days.ts';

interface Props {
  readonly revenue: CurrencyRevenue;
  readonly range: ReportRange;
}

/**
 * What was gained stands above the zero line, what was lost below it, and a mark where both leave
 * recurring revenue. Drawn on the server in every {@link frames frame}; the table behind it holds
 * every figure.
 */
export function MovesChart(props: Props) {
  return frames.map((frame) => <Drawing key={frame.name} {...props} frame={frame} />);
}

function Drawing({ revenue, range, frame }: Props & { frame: Frame }) {
  const { locale, t } = useLocale();
  const { currency, steps } = revenue;
  const columns = steps.map(({ movements, ...days }) => {
    const { gained, lost } = gainedAndLost(movements);
    return { ...days, gained, lost, net: gained + lost };
  });
  const scale = scaleFor(
    columns.flatMap(({ gained, lost }) => [gained, lost]),
    { top: frame.top, bottom: frame.height - frame.bottom, ticks: frame.ticks },
  );
  const right = frame.width - frame.right;
  const width = (right - frame.left) / Math.max(columns.length, 1);
  const titleId = `moves-${currency}-${frame.name}-title`;
  const descriptionId = `moves-${currency}-${frame.name}-description`;
  const say = (minor: number) => sum(money(minor, currency), locale);
  const total = gainedAndLost(revenue.movements);
  const last = columns.at(-1);
  const y = (value: number) => unit(scale.y(value));
  return (
    <svg
      className={`chart__drawing chart__drawing--${frame.name}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
    >
      <title id={titleId}>{t('recurring.chartTitle', { currency })}</title>
      <desc id={descriptionId}>
        {t('recurring.chartSummary', {
          count: columns.length,
          unit: range.unit,
          start: say(revenue.start),
          gained: say(total.gained),
          lost: say(total.lost),
          end: say(revenue.end),
        })}
      </desc>
      <Axis
        scale={scale}
        left={frame.left}
        right={right}
        formatTick={(value) =>
          new Intl.NumberFormat(intlTags[locale], {
            notation: 'compact',
            maximumFractionDigits: 1,
          }).format(value / minorPerMajor(currency))
        }
      />
      {columns.map(({ gained, lost, net, ...days }, i) => {
        const x = frame.left + i * width;
        return (
          <g key={days.from}>
            <title>
              {`${stepName(days, range.unit, locale)}: ${say(gained)}, ${say(lost)}, ${say(net)}`}
            </title>
            <rect
              className="chart__part chart__part--accent"
              x={unit(x + width * 0.17)}
              y={y(gained)}
              width={unit(width * 0.66)}
              height={unit(scale.y(0) - scale.y(gained))}
            />
            <rect
              className="chart__part chart__part--ink"
              x={unit(x + width * 0.17)}
              y={y(0)}
              width={unit(width * 0.66)}
              height={unit(scale.y(lost) - scale.y(0))}
            />
            {net === 0 ? null : (
              <line
                className="chart__mark"
                x1={unit(x + width * 0.06)}
                x2={unit(x + width * 0.94)}
                y1={y(net)}
                y2={y(net)}
              />
            )}
          </g>
        );
      })}
      <line className="chart__zero" x1={frame.left} x2={right} y1={y(0)} y2={y(0)} />
      {columns.map(({ from }, i) =>
        isLabelled(i, columns.length, frame) ? (
          <text
            key={from}
            className="chart__month"
            x={unit(frame.left + (i + 0.5) * width)}
            y={frame.height - 8}
            textAnchor="middle"
          >
            {footLabel(from, range.unit, locale)}
          </text>
        ) : null,
      )}
      {last ? <Names frame={frame} x={right + 6} scaleY={scale.y} {...last} /> : null}
    </svg>
  );
}

/** What each part is, beside the last column, instead of a legend. */
function Names({
  frame,
  x,
  scaleY,
  gained,
  lost,
  net,
}: {
  frame: Frame;
  x: number;
  scaleY: (value: number) => number;
  gained: number;
  lost: number;
  net: number;
}) {
  const { t } = useLocale();
  const names = [
    { label: t('recurring.gained'), tone: 'accent', at: scaleY(gained) - frame.labelGap / 3 },
    { label: t('recurring.net'), tone: 'mark', at: scaleY(net) },
    { label: t('recurring.lost'), tone: 'ink', at: scaleY(lost) + frame.labelGap / 3 },
  ];
  const placed = spreadLabels(
    names.map(({ at }) => at),
    frame.labelGap,
    { top: frame.top, bottom: frame.height - frame.bottom },
  );
  return (
    <g aria-hidden="true">
      {names.map(({ label, tone, at }, i) => (
        <text
          key={tone}
          className={`chart__label chart__label--${tone}`}
          x={x}
          y={unit((placed[i] ?? at) + 4)}
        >
          {label}
        </text>
      ))}
    </g>
  );
}
