import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';
import { poplars } from './poplars.ts';

export function ferry(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 560, 0), { ochre: [0.02, 0.62] });
  s.fill(ellipse(1060, 330, 150), { rust: 1 });
  for (let i = 0; i < 7; i += 1) {
    const y = 150 + i * 46;
    s.over(
      s.cut(
        [
          [700 - i * 40, y],
          [1280 + i * 30, y - 6],
          [1400, y + 4],
          [800, y + 9],
        ],
        2,
      ),
      { rust: 0.18 },
    );
  }
  s.fill(s.ridge(500, 26, 900), { river: 0.45, ochre: 0.3 });
  poplars(s, 60, 540, 11, 38, 190);
  poplars(s, 640, 538, 7, 52, 120);
  poplars(s, 1180, 540, 9, 40, 170);
  s.fill(s.box(-20, 530, 1540, 500, 3), { river: [0.45, 1], night: [0.02, 0.5] });
  for (let i = 0; i < 34; i += 1) {
    const y = 548 + i * 13;
    const w = 130 + i * 5 + s.between(-60, 60);
    s.fill(
      s.cut(
        [
          [1060 - w, y],
          [1060 + w, y - 2],
          [1060 + w * 0.8, y + 6],
          [1060 - w * 0.7, y + 7],
        ],
        2,
      ),
      { rust: 0.9 - i * 0.018, ochre: 0.5 },
    );
  }
  s.ripples(-60, 560, 1500, 440, 110, { night: 0.75 });
  // The ferry, broadside, on its way to the left bank.
  const y = 640;
  s.fill(
    s.cut(
      [
        [250, y],
        [1120, y - 14],
        [1080, y + 96],
        [330, y + 100],
      ],
      3,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [262, y + 18],
        [1110, y + 6],
        [1104, y + 26],
        [270, y + 38],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [180, y - 60],
        [200, y - 70],
        [300, y + 8],
        [262, y + 12],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [1200, y - 70],
        [1180, y - 78],
        [1080, y],
        [1118, y],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(s.box(470, y - 120, 330, 118), { ochre: 0.16 });
  for (let i = 0; i < 6; i += 1) s.fill(s.box(490 + i * 51, y - 98, 34, 40), { night: 0.92 });
  s.fill(s.box(455, y - 134, 360, 16), { night: 1 });
  s.fill(s.box(560, y - 216, 150, 84), { ochre: 0.1 });
  for (let i = 0; i < 3; i += 1) s.fill(s.box(572 + i * 46, y - 200, 36, 34), { night: 0.92 });
  s.fill(s.box(546, y - 230, 178, 15), { rust: 1 });
  s.line(
    polyline([
      [635, y - 230],
      [635, y - 370],
    ]),
    6,
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [638, y - 368],
        [720, y - 350],
        [638, y - 328],
      ],
      2,
    ),
    { rust: 1 },
  );
  for (const [x, w] of [
    [320, 110],
    [860, 120],
  ] as const) {
    s.fill(
      s.cut(
        [
          [x, y - 8],
          [x, y - 46],
          [x + 24, y - 50],
          [x + 40, y - 78],
          [x + w - 14, y - 78],
          [x + w, y - 46],
          [x + w + 12, y - 40],
          [x + w + 12, y - 8],
        ],
        2,
      ),
      { rust: x > 500 ? 0.9 : 0, river: x > 500 ? 0 : 0.75, night: 0.25 },
    );
    s.fill(s.box(x + 48, y - 70, w - 66, 22), { ochre: 0.2 });
    s.fill(ellipse(x + 24, y - 8, 14), { night: 1 });
    s.fill(ellipse(x + w - 8, y - 8, 14), { night: 1 });
  }
  for (let i = 0; i < 9; i += 1) {
    const x = 1000 + i * 9 + s.between(-3, 3) + (i > 4 ? 20 : 0);
    s.fill(ellipse(x, y - 62 + s.between(-6, 6), 7), { night: 1 });
    s.fill(s.box(x - 7, y - 56, 14, 52, 1), { night: 1 });
  }
  s.fill(
    s.cut(
      [
        [150, y + 118],
        [420, y + 98],
        [1100, y + 94],
        [1240, y + 108],
        [1000, y + 120],
      ],
      3,
    ),
    { ochre: 0.05 },
  );
}
