import { type ColumnSeries, valueAt } from './column-series.ts';
import { type Scale, unit } from './chart-geometry.ts';

/** The round figures of the scale, each with its line. Zero has a line of its own. */
export function Axis({
  scale,
  left,
  right,
  formatTick,
}: {
  scale: Scale;
  left: number;
  right: number;
  formatTick: (value: number) => string;
}) {
  return (
    <g className="chart__axis">
      {scale.ticks
        .filter((tick) => tick !== 0)
        .map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={unit(scale.y(tick))} y2={unit(scale.y(tick))} />
            <text x={0} y={unit(scale.y(tick) + 4)}>
              {formatTick(tick)}
            </text>
          </g>
        ))}
    </g>
  );
}

/** One column: its parts on one another, and the mark. */
export function Column({
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
