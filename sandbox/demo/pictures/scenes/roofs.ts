import { polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

/** Roofs of the Upper Town, antennas, and the river behind. */
export function roofs(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 520, 0), { rust: [0.02, 0.35], ochre: [0.1, 0.5] });
  s.fill(s.ridge(330, 16, 800), { river: 0.35 });
  s.fill(
    s.cut(
      [
        [-20, 380],
        [600, 350],
        [1520, 400],
        [1520, 520],
        [-20, 520],
      ],
      4,
    ),
    { river: 0.7 },
  );
  s.ripples(-20, 390, 1500, 80, 30, { ochre: 0.04 });
  for (let row = 0; row < 5; row += 1) {
    const y = 440 + row * 120;
    const k = 0.5 + row * 0.24;
    for (let x = -120 - row * 33; x < 1540;) {
      const w = s.between(170, 300) * k;
      const h = s.between(70, 130) * k;
      const wall = s.random();
      s.fill(
        s.box(x, y, w, 420, 2),
        wall < 0.5 ? { ochre: 0.12 } : wall < 0.8 ? { ochre: 0.7 } : { river: 0.45 },
      );
      s.over(s.box(x + w * 0.72, y, w * 0.28, 420, 2), { night: 0.4 });
      for (let c = 0; c < 3; c += 1)
        s.fill(
          s.box(x + w * (0.12 + c * 0.28), y + 34 * k, w * 0.13, 54 * k, 1),
          s.random() < 0.16 ? { ochre: 1 } : { night: 0.95 },
        );
      s.fill(
        s.cut(
          [
            [x - 14 * k, y + 5],
            [x + w * 0.22, y - h],
            [x + w * 0.82, y - h],
            [x + w + 14 * k, y + 5],
          ],
          2,
        ),
        s.random() < 0.7 ? { rust: 0.98 } : { night: 0.9, river: 0.5 },
      );
      for (let t = 1; t < 7; t += 1)
        s.overLine(
          polyline([
            [x + (w * t) / 7, y],
            [x + w * 0.22 + (w * 0.6 * t) / 7, y - h],
          ]),
          2.2 * k,
          { night: 0.55 },
        );
      if (s.random() < 0.6)
        s.fill(s.box(x + w * 0.6, y - h - 44 * k, 32 * k, 70 * k, 1), { night: 1, rust: 0.5 });
      if (s.random() < 0.4) {
        s.line(
          polyline([
            [x + w * 0.35, y - h],
            [x + w * 0.35, y - h - 84 * k],
          ]),
          4 * k,
          { night: 1 },
        );
        for (let a = 0; a < 3; a += 1)
          s.line(
            polyline([
              [x + w * 0.35 - 28 * k, y - h - (80 - a * 17) * k],
              [x + w * 0.35 + 28 * k, y - h - (80 - a * 17) * k],
            ]),
            3 * k,
            { night: 1 },
          );
      }
      x += w + s.between(-6, 26) * k;
    }
  }
  s.fill(s.box(1092, 150, 74, 330), { ochre: 0.05 });
  s.over(s.box(1140, 150, 26, 330), { night: 0.5 });
  s.fill(
    s.cut(
      [
        [1080, 156],
        [1129, 30],
        [1178, 156],
      ],
      2,
    ),
    { river: 1 },
  );
}
