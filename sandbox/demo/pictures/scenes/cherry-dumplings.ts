import { curve, ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function cherries(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { river: 0.95, night: 0.12 });
  for (let i = 0; i < 19; i += 1) {
    s.fill(s.box(i * 84 - 20, -20, 34, 1040, 1), { river: 0.35 });
    s.over(s.box(-20, i * 84 - 20, 1540, 34, 1), { night: 0.22 });
  }
  // From above: a floured board, rounds of dough, a bowl, a pin.
  s.over(s.box(140, 150, 840, 750, 6), { night: 0.8 });
  s.fill(s.box(110, 116, 840, 750, 4), { ochre: 0.95, rust: 0.2 });
  for (let i = 0; i < 13; i += 1)
    s.overLine(
      curve([
        [116, 150 + i * 58],
        [400, 140 + i * 58 + s.between(-14, 14)],
        [700, 160 + i * 58],
        [944, 146 + i * 58],
      ]),
      3,
      { rust: 0.5 },
    );
  s.fill(
    s.cut(
      [
        [230, 260],
        [520, 200],
        [820, 260],
        [860, 560],
        [700, 800],
        [330, 780],
        [190, 560],
      ],
      40,
      90,
    ),
    { ochre: 0.22 },
  );
  for (let i = 0; i < 11; i += 1) {
    const x = 270 + (i % 4) * 176 + s.between(-14, 14);
    const y = 270 + Math.floor(i / 4) * 206 + s.between(-14, 14);
    s.over(ellipse(x + 8, y + 10, 74, 70), { rust: 0.5 });
    if (i % 3 === 1) {
      s.fill(
        `M${x - 74} ${y}C${x - 70} ${y - 92} ${x + 70} ${y - 92} ${x + 74} ${y}C${x + 50} ${y + 26} ${x - 50} ${y + 26} ${x - 74} ${y}Z`,
        { ochre: 0.02 },
      );
      for (let p = 0; p < 7; p += 1)
        s.overLine(
          polyline([
            [x - 62 + p * 20, y + 2],
            [x - 62 + p * 20, y + 18],
          ]),
          4,
          { rust: 0.6 },
        );
      s.over(ellipse(x, y - 30, 34, 20), { rust: 0.35 });
    } else {
      s.fill(ellipse(x, y, 72, 68), { ochre: 0.03 });
      if (i % 2 === 0)
        for (const [dx, dy] of [
          [-16, -8],
          [18, -10],
          [2, 18],
        ] as const) {
          s.fill(ellipse(x + dx, y + dy, 20), { rust: 1, night: 0.45 });
          s.fill(ellipse(x + dx - 6, y + dy - 7, 5), { ochre: 0.05 });
        }
    }
  }
  s.over(ellipse(1236, 344, 250, 246), { night: 0.85 });
  s.fill(ellipse(1210, 312, 246), { ochre: 0.04 });
  s.fill(ellipse(1210, 312, 210), { night: 1 });
  for (let i = 0; i < 76; i += 1) {
    const a = i * 2.4;
    const r = 186 * Math.sqrt((76 - i) / 76);
    const [x, y] = [1210 + Math.cos(a) * r, 312 + Math.sin(a) * r];
    s.fill(ellipse(x, y, 32), { rust: 1, night: i % 3 === 0 ? 0.5 : 0.12 });
    s.fill(ellipse(x - 10, y - 11, 7), { ochre: 0.05 });
  }
  for (const [x, y, b, c] of [
    [1150, 250, 1090, 130],
    [1270, 330, 1330, 190],
    [1210, 380, 1160, 470],
  ] as const)
    s.line(
      curve([
        [x, y],
        [(x + b) / 2 + 18, (y + c) / 2],
        [b, c],
      ]),
      7,
      { river: 1, night: 0.3 },
    );
  s.over(
    s.cut(
      [
        [1004, 930],
        [1390, 640],
        [1430, 690],
        [1050, 980],
      ],
      3,
    ),
    { night: 0.8 },
  );
  s.fill(
    s.cut(
      [
        [984, 900],
        [1370, 610],
        [1414, 668],
        [1028, 958],
      ],
      3,
    ),
    { rust: 0.75, ochre: 0.8 },
  );
  s.fill(
    s.cut(
      [
        [1388, 600],
        [1460, 546],
        [1484, 580],
        [1412, 634],
      ],
      3,
    ),
    { rust: 1, night: 0.2 },
  );
  s.fill(
    s.cut(
      [
        [914, 956],
        [986, 902],
        [1010, 936],
        [938, 988],
      ],
      3,
    ),
    { rust: 1, night: 0.2 },
  );
  for (const [x, y] of [
    [1120, 640],
    [1070, 700],
    [1010, 60],
    [60, 930],
    [1440, 860],
  ] as const) {
    s.fill(ellipse(x, y, 32), { rust: 1, night: 0.15 });
    s.fill(ellipse(x - 10, y - 11, 7), { ochre: 0.05 });
  }
}
