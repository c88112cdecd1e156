import { curve, ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';
import { BOLD, END, MIDDLE, NIGHT, title, zeroLine } from './lettering.ts';

/** Mean of the highest spring levels by decade, centimetres above the gauge's zero. */
export function chartRiverLevel(s: Sheet): void {
  title(
    s,
    'Every spring since 1884, the river has come less far',
    'Highest spring level at the Korabliv gauge, mean by decade, cm',
  );
  const levels = [418, 436, 402, 445, 428, 466, 391, 352, 236, 208, 214, 187, 176, 139, 121];
  const [left, base, scale, gap] = [130, 880, 1.3, 90];
  for (const mark of [100, 200, 300, 400]) {
    s.line(
      polyline([
        [left - 20, base - mark * scale],
        [1440, base - mark * scale],
      ]),
      1.6,
      { night: 0.45 },
    );
    s.text(String(mark), left - 34, base - mark * scale + 12, 32, NIGHT, END);
  }
  const tops = levels.map((level, i): Point => [left + 44 + i * gap, base - level * scale]);
  s.over(`${curve(tops)}L${left + 44 + 14 * gap} ${base}L${left + 44} ${base}Z`, {
    river: [0.85, 0.35],
  });
  levels.forEach((level, i) => {
    const x = left + 44 + i * gap;
    for (let c = 0; c < level / 16; c += 1)
      s.over(s.box(x - 15, base - 14 - c * 16 * scale, 30, 9, 1), {
        night: c % 5 === 4 ? 1 : 0.72,
      });
    if (i % 2 === 0) s.text(`${1880 + i * 10}s`, x, base + 46, 32, NIGHT, MIDDLE);
  });
  s.line(curve(tops), 9, { rust: 1 });
  for (const [x, y] of tops) s.fill(ellipse(x, y, 9), { rust: 1 });
  zeroLine(s, left - 20, base, 1330);
  s.line(
    polyline([
      [left + 44 + 7.5 * gap, 300],
      [left + 44 + 7.5 * gap, base],
    ]),
    4,
    { rust: 1 },
  );
  s.text('1961: the dam closes', left + 44 + 7.5 * gap + 18, 326, 36, { rust: 1 }, BOLD);
  s.text('1931: 561 cm, the flood', left + 240, 236, 34, NIGHT, BOLD);
  s.text('Gauge book of the Korabliv river station; The Cherlen Gauge', 80, 972, 28, {
    night: 0.98,
  });
}
