import { polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';
import { BOLD, END, MIDDLE, NIGHT, title } from './lettering.ts';

/** Hours without power a day by queue: promised against measured. */
export function chartOutages(s: Sheet): void {
  title(s, 'Скільки обіцяли — і скільки було', 'Години без світла на добу, середнє за два тижні');
  const rows = [
    [5, 6.5],
    [6, 9],
    [6, 7.5],
    [4, 4],
    [6, 9.5],
    [5, 5],
  ] as const;
  const [left, scale] = [300, 104];
  for (const hour of [2, 4, 6, 8, 10]) {
    s.line(
      polyline([
        [left + hour * scale, 210],
        [left + hour * scale, 890],
      ]),
      1.6,
      { night: 0.45 },
    );
    s.text(`${hour} год`, left + hour * scale, 930, 30, NIGHT, MIDDLE);
  }
  rows.forEach(([promised, was], i) => {
    const y = 228 + i * 110;
    s.text(`Черга ${i + 1}`, left - 26, y + 58, 40, NIGHT, `${BOLD} ${END}`);
    s.fill(s.box(left, y, was * scale, 50), was > promised ? { rust: 1 } : { river: 1 });
    s.fill(s.box(left, y + 50, promised * scale, 38), { night: 1 });
    s.text(String(was).replace('.', ','), left + was * scale + 18, y + 44, 40, NIGHT, BOLD);
    if (i === 0) s.text('за графіком', left + 16, y + 79, 30, { ochre: 0.03 }, BOLD);
    if (i === 0) s.text('насправді', left + 16, y + 37, 34, { ochre: 0.03 }, BOLD);
  });
  s.line(
    polyline([
      [left, 200],
      [left, 892],
    ]),
    4,
    NIGHT,
  );
  s.text('312 щоденників читачів; підрахунок «Водоміра»', 80, 978, 28, { night: 0.98 });
}
