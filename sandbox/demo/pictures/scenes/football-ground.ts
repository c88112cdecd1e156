import { ellipse, polygon, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function footballGround(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 520, 0), { night: [0.98, 0.4], river: [0.5, 0.7] });
  for (const [x, h] of [
    [170, 60],
    [1330, 60],
    [540, 210],
    [960, 210],
  ] as const) {
    s.over(
      s.cut(
        [
          [x - 60, h],
          [x + 60, h],
          [x + 460, 720],
          [x - 460, 720],
        ],
        6,
      ),
      { ochre: 0.26 },
    );
  }
  for (const [x, h, k] of [
    [540, 210, 0.6],
    [960, 210, 0.6],
    [170, 60, 1],
    [1330, 60, 1],
  ] as const) {
    s.line(
      polyline([
        [x, h],
        [x, 470],
      ]),
      16 * k,
      { night: 1 },
    );
    s.fill(s.box(x - 80 * k, h - 40 * k, 160 * k, 96 * k), { night: 1 });
    for (let i = 0; i < 8; i += 1)
      s.fill(
        ellipse(x - 58 * k + (i % 4) * 39 * k, h - 14 * k + Math.floor(i / 4) * 42 * k, 15 * k),
        { ochre: 0.1 },
      );
  }
  s.fill(
    s.cut(
      [
        [-20, 360],
        [300, 390],
        [1200, 390],
        [1520, 360],
        [1520, 560],
        [-20, 560],
      ],
      2,
    ),
    { night: 1, rust: 0.2 },
  );
  for (let row = 0; row < 5; row += 1)
    for (let i = 0; i < 66; i += 1) {
      if (s.random() < 0.45) continue;
      s.fill(
        ellipse(i * 24 - 10 + (row % 2) * 11, 412 + row * 24, 8),
        (i * 5 + row) % 4 === 0
          ? { rust: 1 }
          : (i + row) % 3 === 0
            ? { ochre: 0.9 }
            : { river: 0.5 },
      );
    }
  s.fill(
    s.cut(
      [
        [-20, 346],
        [300, 378],
        [1200, 378],
        [1520, 346],
        [1520, 372],
        [1200, 398],
        [300, 398],
        [-20, 372],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.fill(s.box(640, 478, 220, 60), { ochre: 0.95 });
  s.text('УКРИТТЯ  →', 662, 520, 36, { night: 1 }, 'font-weight="bold"');
  for (let i = 0; i < 8; i += 1) {
    const y = (t: number): number => 540 + 500 * t ** 1.7;
    s.fill(
      polygon([
        [-20, y(i / 8)],
        [1520, y(i / 8)],
        [1520, y((i + 1) / 8) + 1],
        [-20, y((i + 1) / 8) + 1],
      ]),
      i % 2 ? { river: 1, ochre: 0.55 } : { river: 0.75, ochre: 0.8 },
    );
  }
  s.line(
    polyline([
      [750, 540],
      [750, 1020],
    ]),
    10,
    { ochre: 0.03 },
  );
  s.line(
    polyline([
      [-20, 548],
      [1520, 548],
    ]),
    6,
    { ochre: 0.03 },
  );
  s.line(ellipse(750, 720, 290, 100), 9, { ochre: 0.03 });
  s.line(
    polyline([
      [-20, 640],
      [130, 640],
      [-20, 820],
    ]),
    9,
    { ochre: 0.03 },
  );
  s.line(
    polyline([
      [1520, 640],
      [1370, 640],
      [1520, 820],
    ]),
    9,
    { ochre: 0.03 },
  );
  const player = (
    x: number,
    y: number,
    k: number,
    shirt: Parameters<Sheet['fill']>[1],
    run: number,
  ): void => {
    s.over(
      s.cut(
        [
          [x - 10, y - 4],
          [x + 130 * k, y + 8],
          [x + 130 * k, y + 16],
          [x - 20, y + 8],
        ],
        3,
      ),
      { night: 0.8 },
    );
    s.line(
      polyline([
        [x - 8 * k, y - 96 * k],
        [x - 34 * run * k, y - 46 * k],
        [x - 50 * run * k, y - 4 * k],
      ]),
      18 * k,
      { ochre: 0.35, rust: 0.25 },
    );
    s.line(
      polyline([
        [x + 8 * k, y - 96 * k],
        [x + 34 * run * k, y - 60 * k],
        [x + 24 * run * k, y],
      ]),
      18 * k,
      { ochre: 0.35, rust: 0.25 },
    );
    s.fill(
      s.cut(
        [
          [x - 26 * k, y - 128 * k],
          [x + 26 * k, y - 128 * k],
          [x + 30 * k, y - 84 * k],
          [x - 30 * k, y - 84 * k],
        ],
        1,
      ),
      { night: 1 },
    );
    s.line(
      polyline([
        [x - 22 * k, y - 186 * k],
        [x - 56 * k, y - 150 * k],
      ]),
      15 * k,
      shirt,
    );
    s.line(
      polyline([
        [x + 22 * k, y - 186 * k],
        [x + 60 * k, y - 170 * k],
      ]),
      15 * k,
      shirt,
    );
    s.fill(
      s.cut(
        [
          [x - 32 * k, y - 200 * k],
          [x + 32 * k, y - 200 * k],
          [x + 26 * k, y - 120 * k],
          [x - 26 * k, y - 120 * k],
        ],
        1,
      ),
      shirt,
    );
    s.fill(ellipse(x + 5 * k, y - 224 * k, 21 * k, 24 * k), { night: 1, rust: 0.4 });
  };
  player(360, 700, 0.7, { ochre: 0.04 }, 1);
  player(1090, 690, 0.66, { rust: 1 }, -1);
  player(830, 650, 0.56, { ochre: 0.04 }, -1);
  player(620, 900, 1.25, { rust: 1 }, 1);
  player(980, 930, 1.3, { ochre: 0.04 }, -1);
  s.fill(ellipse(790, 906, 27), { ochre: 0.02 });
  for (const [dx, dy] of [
    [0, 0],
    [-16, -8],
    [14, -12],
    [10, 14],
  ] as const)
    s.fill(ellipse(790 + dx, 906 + dy, 6), { night: 1 });
}
