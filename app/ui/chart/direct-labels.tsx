import { type ColumnMark, type ColumnSeries, valueAt } from './column-series.ts';
import { type Scale, spreadLabels, unit } from './chart-geometry.ts';
import type { Frame } from './frames.ts';

/** The names of the series beside the last column, at their height, instead of a legend. */
export function DirectLabels({
  stack,
  mark,
  scale,
  frame,
  last,
  x,
}: {
  stack: readonly ColumnSeries[];
  mark: ColumnMark;
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
