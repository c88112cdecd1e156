import { curve, ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function bridge(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { river: [0.1, 0.42] });
  s.fill(s.ridge(600, 30, 700), { river: 0.55 });
  s.fill(s.ridge(640, 14, 300), { river: 0.7, night: 0.3 });
  s.fill(s.box(-20, 690, 1540, 400), { river: 0.8, night: [0.25, 0.7] });
  s.ripples(-40, 700, 1500, 300, 80, { night: 0.7 });
  s.ripples(-40, 720, 1500, 280, 40, { river: 0 });
  // Deck and arch run away to the right; each panel is narrower than the one before.
  const xs: number[] = [];
  for (let i = 0; i <= 15; i += 1) xs.push(-120 + 1500 * (1 - 0.86 ** i) * 1.14);
  const deck = (x: number): number => 560 + (x + 120) * 0.045;
  const arch = (x: number): number =>
    deck(x) - 470 * Math.sin(Math.PI * Math.min(1, (x + 330) / 1560)) ** 0.9;
  const top = xs.map((x): Point => [x, arch(x)]);
  for (const offset of [46, 0]) {
    const tones = offset > 0 ? { rust: 0.62, night: 0.35 } : { rust: 1 };
    for (let i = 0; i < xs.length - 1; i += 1) {
      const [a, b] = [xs[i] ?? 0, xs[i + 1] ?? 0];
      const w = (22 - i * 1.1) * (offset > 0 ? 0.6 : 1);
      s.line(
        polyline([
          [a + offset, arch(a) + offset * 0.3],
          [a + offset, deck(a)],
        ]),
        w * 0.6,
        tones,
      );
      s.line(
        polyline([
          [a + offset, i % 2 ? arch(a) : deck(a)],
          [b + offset, i % 2 ? deck(b) : arch(b)],
        ]),
        w * 0.45,
        tones,
      );
    }
    s.line(
      curve(top.map(([x, y]): Point => [x + offset, y + offset * 0.3])),
      offset > 0 ? 16 : 30,
      tones,
    );
  }
  s.fill(
    s.cut(
      [
        [-40, deck(-40) - 10],
        [1560, deck(1560) - 4],
        [1560, deck(1560) + 22],
        [-40, deck(-40) + 56],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [-40, deck(-40) - 22],
        [1560, deck(1560) - 9],
        [1560, deck(1560) - 3],
        [-40, deck(-40) - 8],
      ],
      1,
    ),
    { ochre: 1 },
  );
  for (const [x, w] of [
    [250, 120],
    [760, 82],
    [1100, 54],
    [1330, 38],
  ] as const) {
    const y = deck(x) + 40;
    s.fill(
      s.cut(
        [
          [x, y],
          [x + w, y],
          [x + w * 1.15, 760 + w],
          [x - w * 0.15, 760 + w],
        ],
        3,
      ),
      { night: 0.85, river: 0.3 },
    );
    s.over(
      s.cut(
        [
          [x, y],
          [x + w * 0.3, y],
          [x + w * 0.3, 760 + w],
          [x - w * 0.15, 760 + w],
        ],
        2,
      ),
      { night: 1 },
    );
    s.over(
      s.cut(
        [
          [x - 30, 770 + w],
          [x + w * 1.4, 770 + w],
          [x + w * 1.2, 860 + w * 1.6],
          [x, 850 + w * 1.6],
        ],
        6,
      ),
      { night: 0.6 },
    );
  }
  // One painter in a cradle, and the patch that he has got through so far.
  s.line(
    polyline([
      [596, arch(596)],
      [596, 420],
    ]),
    4,
    { night: 1 },
  );
  s.line(
    polyline([
      [676, arch(676)],
      [676, 420],
    ]),
    4,
    { night: 1 },
  );
  s.fill(s.box(580, 418, 112, 14), { night: 1 });
  s.fill(ellipse(630, 338, 14), { night: 1 });
  s.fill(
    s.cut(
      [
        [614, 352],
        [648, 352],
        [652, 420],
        [610, 420],
      ],
      2,
    ),
    { ochre: 1 },
  );
  s.line(
    polyline([
      [644, 364],
      [690, 330],
    ]),
    9,
    { ochre: 1 },
  );
  for (const [x, y] of [
    [1180, 150],
    [1240, 190],
    [1120, 210],
    [1300, 130],
  ] as const) {
    s.line(
      curve([
        [x - 24, y - 8],
        [x - 10, y - 14],
        [x, y],
        [x + 12, y - 14],
        [x + 26, y - 6],
      ]),
      5,
      { night: 1 },
    );
  }
}
