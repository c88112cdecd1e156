import { type ColumnMark, type ColumnSeries, valueAt } from './column-series.ts';
import { scaleFor, unit } from './chart-geometry.ts';
import { Axis, Column } from './chart-parts.tsx';
import { DirectLabels } from './direct-labels.tsx';
import { type Frame, frames, isLabelled } from './frames.ts';

interface ColumnChartProps {
  /** Unique on the page: names the drawing for screen readers. */
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, in words. */
  readonly description: string;
  /** What stands under each column, where there is room for it. */
  readonly columns: readonly string[];
  /** From the zero line upwards. */
  readonly stack: readonly ColumnSeries[];
  readonly mark: ColumnMark;
  /** A tick of the axis, as short as it can be said. */
  readonly formatTick: (value: number) => string;
}

/**
 * Stacked columns with a mark across each, drawn on the server in every {@link frames frame},
 * of which the style shows one. No style attribute is used: the page forbids them.
 */
export function ColumnChart(props: ColumnChartProps) {
  return frames.map((frame) => <Drawing key={frame.name} {...props} frame={frame} />);
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
      <Axis
        scale={scale}
        left={frame.left}
        right={frame.left + plot}
        formatTick={chart.formatTick}
      />
      {columns.map((_, i) => (
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
      {columns.map((label, i) =>
        isLabelled(i, columns.length, frame) ? (
          <text
            key={i}
            className="chart__month"
            x={unit(frame.left + (i + 0.5) * step)}
            y={frame.height - 8}
            textAnchor="middle"
          >
            {label}
          </text>
        ) : null,
      )}
      <DirectLabels
        {...{ stack, mark, scale, frame }}
        last={columns.length - 1}
        x={frame.left + plot}
      />
    </svg>
  );
}
