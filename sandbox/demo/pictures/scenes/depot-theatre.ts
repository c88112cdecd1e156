import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function depotTheatre(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { night: 1, river: 0.25 });
  for (let i = 0; i < 8; i += 1) {
    s.line(
      polyline([
        [i * 220 - 40, -20],
        [750, 330],
        [1540 - i * 220, -20],
      ]),
      8,
      { river: 0.9, night: 0.55 },
    );
  }
  s.fill(s.box(180, 130, 1140, 560, 3), { river: 0.85, night: 0.55 });
  for (let i = 0; i < 12; i += 1)
    s.fill(
      s.box(200 + i * 94, 150, 74, 250),
      i % 5 === 2 ? { ochre: 0.4 } : { night: 0.9, river: 0.5 },
    );
  s.fill(
    s.cut(
      [
        [720, -20],
        [800, -20],
        [1240, 880],
        [330, 880],
      ],
      4,
    ),
    { ochre: 0.8 },
  );
  s.fill(
    s.cut(
      [
        [742, -20],
        [780, -20],
        [1080, 860],
        [480, 860],
      ],
      4,
    ),
    { ochre: 0.35 },
  );
  s.fill(
    s.cut(
      [
        [-20, 740],
        [1520, 740],
        [1520, 1040],
        [-20, 1040],
      ],
      2,
    ),
    { night: 1, rust: 0.5 },
  );
  s.fill(ellipse(780, 850, 500, 92), { ochre: 0.75, rust: 0.25 });
  for (const [a, b] of [
    [620, 330],
    [700, 520],
    [860, 1040],
    [940, 1230],
  ] as const)
    s.line(
      polyline([
        [a, 740],
        [b, 1020],
      ]),
      9,
      { night: 1 },
    );
  // Tram number 3, retired, in the part of the palace.
  s.fill(
    s.cut(
      [
        [520, 250],
        [560, 216],
        [1000, 216],
        [1040, 250],
        [1060, 760],
        [500, 760],
      ],
      3,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [514, 520],
        [1046, 520],
        [1060, 760],
        [500, 760],
      ],
      2,
    ),
    { ochre: 0.08 },
  );
  s.fill(s.box(560, 290, 190, 190), { night: 1, river: 0.4 });
  s.fill(s.box(808, 290, 190, 190), { night: 1, river: 0.4 });
  s.fill(s.box(690, 226, 180, 46), { ochre: 0.05 });
  s.text('ТРАМВАЙ', 703, 262, 38, { night: 1 }, 'font-weight="bold"');
  s.fill(ellipse(780, 600, 46), { ochre: 1 });
  s.text('3', 764, 620, 58, { night: 1 }, 'font-weight="bold"');
  for (const x of [570, 990]) s.fill(ellipse(x, 640, 22), { ochre: 0.6 });
  s.fill(s.box(490, 740, 580, 44), { night: 1 });
  s.line(
    polyline([
      [780, 216],
      [700, 120],
      [860, 60],
    ]),
    8,
    { night: 1 },
  );
  const actor = (
    x: number,
    y: number,
    k: number,
    dress: Parameters<Sheet['fill']>[1],
    arm: number,
  ): void => {
    s.fill(
      s.cut(
        [
          [x - 70 * k, y],
          [x - 30 * k, y - 150 * k],
          [x - 34 * k, y - 220 * k],
          [x + 34 * k, y - 220 * k],
          [x + 30 * k, y - 150 * k],
          [x + 70 * k, y],
        ],
        2,
      ),
      dress,
    );
    s.fill(ellipse(x, y - 258 * k, 30 * k, 34 * k), { ochre: 0.25, rust: 0.25 });
    s.fill(
      s.cut(
        [
          [x - 34 * k, y - 256 * k],
          [x - 22 * k, y - 300 * k],
          [x + 26 * k, y - 300 * k],
          [x + 34 * k, y - 262 * k],
          [x, y - 276 * k],
        ],
        1,
      ),
      { night: 1 },
    );
    s.line(
      polyline([
        [x + 26 * arm * k, y - 208 * k],
        [x + 90 * arm * k, y - 260 * k],
        [x + 120 * arm * k, y - 330 * k],
      ]),
      17 * k,
      { ochre: 0.25, rust: 0.25 },
    );
  };
  actor(440, 880, 1.05, { river: 0.9 }, 1);
  actor(1150, 900, 1.15, { night: 1 }, -1);
  for (let i = 0; i < 15; i += 1) {
    const x = i * 108 + s.between(-16, 16);
    s.fill(ellipse(x, 956 + s.between(-12, 10), 40, 46), { night: 1 });
    s.fill(s.box(x - 62, 990, 124, 60), { night: 1 });
  }
}
