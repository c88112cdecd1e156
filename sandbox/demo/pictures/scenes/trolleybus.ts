import { curve, ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

/** A trolleybus that isn't going anywhere, at first light, 4:5. */
export function trolleybus(s: Sheet): void {
  s.fill(s.box(-20, -20, 1240, 1540, 0), { ochre: [0.03, 0.4], river: [0.35, 0.02] });
  for (let i = 0; i < 5; i += 1)
    s.fill(s.box(i * 260 - 60, 470 - (i % 3) * 120, 230, 700), { river: 0.45 });
  s.line(
    polyline([
      [-20, 190],
      [1220, 90],
    ]),
    5,
    { night: 1 },
  );
  s.line(
    polyline([
      [-20, 240],
      [1220, 140],
    ]),
    5,
    { night: 1 },
  );
  s.line(
    polyline([
      [560, 470],
      [420, 160],
    ]),
    9,
    { night: 1 },
  );
  s.line(
    polyline([
      [650, 470],
      [560, 190],
    ]),
    9,
    { night: 1 },
  );
  s.fill(s.box(-20, 1130, 1240, 420), { night: 0.55, river: 0.4 });
  s.over(
    s.cut(
      [
        [230, 1170],
        [980, 1160],
        [1100, 1260],
        [160, 1270],
      ],
      5,
    ),
    { night: 0.9 },
  );
  s.fill(
    s.cut(
      [
        [300, 500],
        [340, 464],
        [870, 464],
        [910, 500],
        [930, 1180],
        [280, 1180],
      ],
      3,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [286, 900],
        [924, 900],
        [930, 1180],
        [280, 1180],
      ],
      2,
    ),
    { ochre: 0.05 },
  );
  s.fill(s.box(340, 570, 530, 300), { night: 0.95, river: 0.6 });
  s.fill(
    s.cut(
      [
        [350, 800],
        [520, 580],
        [610, 580],
        [400, 862],
        [350, 862],
      ],
      2,
    ),
    { river: 0.55, night: 0.3 },
  );
  s.line(
    polyline([
      [605, 570],
      [605, 870],
    ]),
    12,
    { rust: 1 },
  );
  s.fill(s.box(420, 486, 370, 66), { night: 1 });
  s.text('5  ДЕПО', 520, 536, 52, { ochre: 0.9 }, 'font-weight="bold"');
  for (const x of [370, 840]) s.fill(ellipse(x, 1010, 46), { ochre: 0.6 });
  s.fill(s.box(270, 1110, 670, 44), { night: 1 });
  for (const x of [330, 800]) s.fill(s.box(x, 1150, 90, 66), { night: 1 });
  for (const x of [272, 938]) {
    s.line(
      polyline([
        [x, 620],
        [x + (x < 600 ? -60 : 60), 640],
      ]),
      9,
      { night: 1 },
    );
    s.fill(s.box(x + (x < 600 ? -92 : 32), 620, 60, 110), { night: 1 });
  }
  // Carnations laid in front of it.
  for (let i = 0; i < 10; i += 1) {
    const x = 380 + i * 50 + s.between(-18, 18);
    const y = 1290 + s.between(-30, 60);
    s.line(
      curve([
        [x, y],
        [x + 30, y + 70],
        [x + 80 - i * 12, y + 150],
      ]),
      8,
      { river: 1, night: 0.4 },
    );
    s.fill(ellipse(x, y, 32, 28), { rust: 1 });
    s.over(ellipse(x + 4, y + 4, 14, 11), { night: 0.5 });
  }
}
