import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function plywoodWindows(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.32, rust: 0.12 });
  for (let row = 0; row < 26; row += 1) {
    for (let col = 0; col < 32; col += 1) {
      if (s.random() < 0.3)
        s.over(s.box(col * 50 + (row % 2) * 24 - 20, row * 40, 46, 36, 1), {
          rust: s.between(0.05, 0.22),
        });
    }
  }
  const [w, h] = [176, 236];
  for (let row = 0; row < 3; row += 1) {
    for (let col = 0; col < 6; col += 1) {
      const x = 62 + col * 240;
      const y = 50 + row * 330;
      const boarded = [1, 4, 6, 7, 9, 14, 17].includes(row * 6 + col);
      s.over(s.box(x + 14, y + 16, w, h, 2), { night: 0.85 });
      s.fill(s.box(x - 10, y - 10, w + 20, h + 20), { ochre: 0.06 });
      if (boarded) {
        s.fill(s.box(x, y, w, h), { ochre: 0.85, rust: 0.25 });
        for (let g = 0; g < 11; g += 1) {
          const gy = y + 8 + g * 21;
          s.overLine(
            polyline([
              [x + 6, gy],
              [x + w * 0.4, gy + s.between(-7, 7)],
              [x + w - 6, gy + s.between(-5, 5)],
            ]),
            s.between(1.5, 4),
            { rust: 0.7 },
          );
        }
        s.overLine(
          polyline([
            [x + w / 2, y],
            [x + w / 2, y + h],
          ]),
          4,
          { night: 0.9 },
        );
        for (const [nx, ny] of [
          [12, 12],
          [w - 12, 12],
          [12, h - 12],
          [w - 12, h - 12],
        ] as const)
          s.fill(ellipse(x + nx, y + ny, 4), { night: 1 });
      } else {
        const isWarm = row * 6 + col === 8;
        s.fill(
          s.box(x, y, w, h),
          isWarm ? { ochre: 1 } : { river: [0.5, 0.9], night: [0.75, 0.4] },
        );
        if (!isWarm)
          s.fill(
            s.cut(
              [
                [x + 12, y + h * 0.62],
                [x + w * 0.72, y + 10],
                [x + w * 0.95, y + 10],
                [x + 12, y + h * 0.92],
              ],
              2,
            ),
            { river: 0.35 },
          );
        else {
          s.fill(ellipse(x + 92, y + 112, 26), { night: 1 });
          s.fill(
            s.cut(
              [
                [x + 46, y + h],
                [x + 58, y + 152],
                [x + 92, y + 138],
                [x + 128, y + 152],
                [x + 142, y + h],
              ],
              2,
            ),
            { rust: 1 },
          );
        }
        s.line(
          polyline([
            [x + w / 2, y],
            [x + w / 2, y + h],
          ]),
          9,
          { ochre: 0.06 },
        );
        s.line(
          polyline([
            [x, y + h * 0.3],
            [x + w, y + h * 0.3],
          ]),
          9,
          { ochre: 0.06 },
        );
        if ([0, 5, 11, 15].includes(row * 6 + col)) {
          s.line(
            polyline([
              [x, y],
              [x + w, y + h],
            ]),
            7,
            { ochre: 0.06 },
          );
          s.line(
            polyline([
              [x + w, y],
              [x, y + h],
            ]),
            7,
            { ochre: 0.06 },
          );
        }
      }
      s.fill(s.box(x - 18, y + h + 8, w + 36, 16), { night: 1 });
    }
  }
  // A glazier's ladder across two floors.
  for (const dx of [0, 74])
    s.line(
      polyline([
        [1070 + dx, 1010],
        [1180 + dx * 0.8, 250],
      ]),
      13,
      { rust: 1 },
    );
  for (let i = 0; i < 15; i += 1) {
    const t = i / 15;
    s.line(
      polyline([
        [1070 + 110 * t, 1000 - 750 * t],
        [1144 + 96 * t, 1000 - 750 * t],
      ]),
      10,
      { rust: 1 },
    );
  }
}
