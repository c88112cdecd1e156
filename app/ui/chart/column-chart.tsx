import { type Scale, scaleFor, spreadLabels, unit } from './chart-geometry.ts';

export interface ColumnSeries {
  readonly label: string;
  readonly values: readonly number[];
  /** `accent` is for the series that matters. */
  readonly tone: 'accent' | 'ink';
}

export interface ChartColumn {
  /** Under the column on a wide screen, and on a narrow one; "" = none. */
  readonly label: string;
  readonly narrowLabel: string;
}

export interface ColumnChartProps {
  /** Unique on the page: names the drawing for screen readers. */
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, in words. */
  readonly description: string;
  readonly columns: readonly ChartColumn[];
  /** From the zero line upwards. */
  readonly stack: readonly ColumnSeries[];
  /** A mark across each column. */
  readonly mark: { readonly label: string; readonly values: readonly number[] };
  /** A tick of the axis, as short as it can be said. */
  readonly formatTick: (value: number) => string;
}

interface Frame {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: number;
  readonly labelGap: number;
}

const wide: Frame = {
  name: 'wide',
  width: 1200,
  height: 340,
  left: 0,
  right: 110,
  top: 24,
  bottom: 30,
  ticks: 5,
  labelGap: 19,
};
const narrow: Frame = {
  name: 'narrow',
  width: 340,
  height: 240,
  left: 0,
  right: 70,
  top: 18,
  bottom: 24,
  ticks: 4,
  labelGap: 14,
};

/**
 * Stacked columns with a mark across each, drawn on the server: once for wide screens and once for
 * phones, of which the style shows one. No style attribute is used: the page forbids them.
 */
export function ColumnChart(props: ColumnChartProps) {
  return (
    <>
      <Drawing {...props} frame={wide} />
      <Drawing {...props} frame={narrow} />
    </>
  );
}

function Drawing({ frame, ...chart }: ColumnChartProps & { frame: Frame }) {
  const { columns, stack, mark } = chart;
  const tops = columns.map((_, i) =>
    stack.reduce((sum, series) => sum + valueAt(series.values, i), 0),
  );
  const bottom = frame.height - frame.bottom;
  const scale = scaleFor([...tops, ...mark.values], { top: frame.top, bottom, ticks: frame.ticks });
  const plot = frame.width - frame.left - frame.right;
  const step = plot / Math.max(columns.length, 1);
  const titleId = `${chart.id}-${frame.name}-title`;
  const descriptionId = `${chart.id}-${frame.name}-description`;
  return (
    <svg
      className={`chart__drawing chart__drawing--${frame.name}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
    >
      <title id={titleId}>{chart.title}</title>
      <desc id={descriptionId}>{chart.description}</desc>
      <Axis scale={scale} right={frame.left + plot} formatTick={chart.formatTick} />
      {columns.map((column, i) => (
        <Column
          key={i}
          {...{ stack, scale, i }}
          markValue={valueAt(mark.values, i)}
          x={frame.left + i * step}
          step={step}
        />
      ))}
      <line
        className="chart__zero"
        x1={frame.left}
        x2={frame.left + plot}
        y1={unit(scale.y(0))}
        y2={unit(scale.y(0))}
      />
      {columns.map((column, i) => {
        const label = frame.name === 'wide' ? column.label : column.narrowLabel;
        if (label === '') return null;
        return (
          <text
            key={i}
            className="chart__month"
            x={unit(frame.left + (i + 0.5) * step)}
            y={frame.height - 8}
            textAnchor="middle"
          >
            {label}
          </text>
        );
      })}
      <DirectLabels
        {...{ stack, mark, scale, frame }}
        last={columns.length - 1}
        x={frame.left + plot}
      />
    </svg>
  );
}

function Axis({
  scale,
  right,
  formatTick,
}: {
  scale: Scale;
  right: number;
  formatTick: (value: number) => string;
}) {
  return (
    <g className="chart__axis">
      {scale.ticks
        .filter((tick) => tick !== 0)
        .map((tick) => (
          <g key={tick}>
            <line x1={0} x2={right} y1={unit(scale.y(tick))} y2={unit(scale.y(tick))} />
            <text x={0} y={unit(scale.y(tick) - 4)}>
              {formatTick(tick)}
            </text>
          </g>
        ))}
    </g>
  );
}

function Column({
  stack,
  scale,
  i,
  markValue,
  x,
  step,
}: {
  stack: readonly ColumnSeries[];
  scale: Scale;
  i: number;
  markValue: number;
  x: number;
  step: number;
}) {
  const width = step * 0.66;
  const inset = (step - width) / 2;
  let from = 0;
  return (
    <g>
      {stack.map((series) => {
        const value = valueAt(series.values, i);
        const y = scale.y(from + value);
        const height = scale.y(from) - y;
        from += value;
        if (height <= 0) return null;
        return (
          <rect
            key={series.label}
            className={`chart__part chart__part--${series.tone}`}
            x={unit(x + inset)}
            y={unit(y)}
            width={unit(width)}
            height={unit(height)}
          />
        );
      })}
      <line
        className="chart__mark"
        x1={unit(x + inset * 0.3)}
        x2={unit(x + step - inset * 0.3)}
        y1={unit(scale.y(markValue))}
        y2={unit(scale.y(markValue))}
      />
    </g>
  );
}

/** The names of the series beside the last column, at their height, instead of a legend. */
function DirectLabels({
  stack,
  mark,
  scale,
  frame,
  last,
  x,
}: {
  stack: readonly ColumnSeries[];
  mark: ColumnChartProps['mark'];
  scale: Scale;
  frame: Frame;
  last: number;
  x: number;
}) {
  let from = 0;
  const names: { label: string; tone: ColumnSeries['tone'] | 'mark'; y: number }[] = stack.map(
    (series) => {
      const value = valueAt(series.values, last);
      const y = scale.y(from + value / 2);
      from += value;
      return { label: series.label, tone: series.tone, y };
    },
  );
  names.push({ label: mark.label, tone: 'mark', y: scale.y(valueAt(mark.values, last)) });
  const placed = spreadLabels(
    names.map((name) => name.y),
    frame.labelGap,
    { top: frame.top, bottom: frame.height - frame.bottom },
  );
  return (
    <g aria-hidden="true">
      {names.map((name, i) => (
        <text
          key={name.label}
          className={`chart__label chart__label--${name.tone}`}
          x={x + 6}
          y={unit((placed[i] ?? name.y) + 4)}
        >
          {name.label}
        </text>
      ))}
    </g>
  );
}

function valueAt(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
