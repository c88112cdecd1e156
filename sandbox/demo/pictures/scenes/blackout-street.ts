import { ellipse, polygon, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

/** A street at night in one-point perspective, lit by one torch and one window. */
export function blackoutStreet(s: Sheet): void {
  const [vx, vy] = [880, 560];
  const toward = (x: number, y: number, t: number): Point => [x + (vx - x) * t, y + (vy - y) * t];
  s.fill(s.box(-20, -20, 1540, 1040, 0), { night: [0.96, 0.55], river: [0.5, 0.35] });
  for (let i = 0; i < 130; i += 1) {
    const y = 480 * s.random() ** 1.5;
    s.fill(ellipse(s.between(300, 1300), y, s.between(0.8, 2.6)), { river: 0.05 });
  }
  s.fill(ellipse(800, 170, 46), { ochre: 0.25 });
  s.fill(ellipse(822, 158, 42), { night: 0.86, river: 0.45 });
  const side = (edge: number, blocks: readonly (readonly [number, number, number])[]): void => {
    for (const [from, to, top] of [...blocks].reverse()) {
      s.fill(
        s.cut(
          [
            toward(edge, top, from),
            toward(edge, top, to),
            toward(edge, 1080, to),
            toward(edge, 1080, from),
          ],
          2,
        ),
        { night: 0.99, river: 0.2 },
      );
      const floors = 7;
      for (let f = 0; f < floors; f += 1) {
        const columns = Math.max(2, Math.round((to - from) * 14));
        for (let c = 0; c < columns; c += 1) {
          const a = from + ((to - from) * (c + 0.25)) / columns;
          const b = from + ((to - from) * (c + 0.75)) / columns;
          const yTop = top + ((1000 - top) * (f + 0.2)) / floors;
          const yLow = top + ((1000 - top) * (f + 0.72)) / floors;
          const isLit = edge < 0 && f === 3 && c === 2 && from === 0;
          s.fill(
            polygon([
              toward(edge, yTop, a),
              toward(edge, yTop, b),
              toward(edge, yLow, b),
              toward(edge, yLow, a),
            ]),
            isLit ? { ochre: 1 } : { night: 0.72 + 0.16 * s.random(), river: 0.6 },
          );
        }
      }
    }
  };
  side(-120, [
    [0, 0.42, -420],
    [0.43, 0.64, -100],
    [0.65, 0.78, -520],
    [0.79, 0.88, -40],
  ]);
  side(1620, [
    [0, 0.36, -180],
    [0.37, 0.6, -560],
    [0.61, 0.76, -60],
    [0.77, 0.88, -420],
  ]);
  s.fill(
    s.cut(
      [
        toward(-120, 1080, 0),
        toward(-120, 1080, 0.94),
        toward(1620, 1080, 0.94),
        toward(1620, 1080, 0),
      ],
      2,
    ),
    { night: 0.9, river: 0.5 },
  );
  // Torchlight: a cone on the wet road, and the man who carries it.
  s.fill(
    s.cut(
      [
        [640, 790],
        [1240, 930],
        [1040, 1010],
        [560, 1010],
        [420, 880],
      ],
      6,
    ),
    { ochre: [0.9, 0.35], night: 0.16 },
  );
  s.fill(
    s.cut(
      [
        [650, 800],
        [1060, 892],
        [960, 960],
        [640, 950],
        [540, 870],
      ],
      5,
    ),
    { ochre: 0.55 },
  );
  for (const t of [0.12, 0.4, 0.58, 0.7]) {
    const [ax, ay] = toward(700, 1080, t);
    const [bx, by] = toward(700, 1080, t + 0.1);
    s.fill(
      polygon([
        [ax - 16 * (1 - t), ay],
        [ax + 16 * (1 - t), ay],
        [bx + 13 * (1 - t), by],
        [bx - 13 * (1 - t), by],
      ]),
      { ochre: 0.1, night: 0.1 },
    );
  }
  s.fill(
    s.cut(
      [
        [570, 640],
        [640, 640],
        [662, 830],
        [630, 834],
        [612, 960],
        [584, 960],
        [588, 834],
        [548, 830],
      ],
      3,
    ),
    { night: 1, rust: 0.4 },
  );
  s.fill(ellipse(606, 606, 32), { night: 1 });
  s.fill(
    s.cut(
      [
        [572, 596],
        [640, 596],
        [640, 576],
        [608, 566],
        [576, 578],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.line(
    polyline([
      [630, 662],
      [672, 736],
      [700, 762],
    ]),
    20,
    { night: 1, rust: 0.4 },
  );
  s.fill(ellipse(708, 768, 13), { ochre: 0.1 });
  // A dog, because somebody has to.
  s.fill(
    s.cut(
      [
        [408, 868],
        [500, 862],
        [516, 838],
        [540, 846],
        [536, 872],
        [512, 890],
        [508, 946],
        [496, 946],
        [492, 902],
        [426, 902],
        [420, 948],
        [408, 948],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.line(
    polyline([
      [530, 862],
      [590, 760],
    ]),
    4,
    { rust: 1 },
  );
  // The dead tram wire.
  s.line(
    polyline([
      [-20, 60],
      [880, 540],
    ]),
    4,
    { night: 1 },
  );
  s.line(
    polyline([
      [1520, 10],
      [882, 540],
    ]),
    4,
    { night: 1 },
  );
  s.line(
    polyline([
      [120, 140],
      [1320, 176],
    ]),
    3,
    { night: 1 },
  );
}
