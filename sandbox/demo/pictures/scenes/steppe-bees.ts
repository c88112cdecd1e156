import { curve, ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';
import { poplars } from './poplars.ts';

export function steppeBees(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 620, 0), { river: [0.75, 0.05] });
  for (const [x, y, k] of [
    [250, 130, 1],
    [820, 90, 1.4],
    [1280, 210, 0.9],
  ] as const) {
    s.fill(
      `M${x - 150 * k} ${y + 40 * k}C${x - 190 * k} ${y - 20 * k} ${x - 90 * k} ${y - 60 * k} ${x - 50 * k} ${y - 26 * k}C${x - 20 * k} ${y - 90 * k} ${x + 80 * k} ${y - 70 * k} ${x + 80 * k} ${y - 16 * k}C${x + 150 * k} ${y - 40 * k} ${x + 190 * k} ${y + 20 * k} ${x + 150 * k} ${y + 40 * k}Z`,
      { ochre: 0.03 },
    );
  }
  s.fill(s.ridge(560, 22, 1100), { ochre: 0.75, river: 0.45 });
  s.fill(s.ridge(600, 26, 700), { ochre: 1 });
  poplars(s, 1060, 610, 8, 44, 130);
  s.fill(s.ridge(690, 20, 900), { ochre: 1, rust: 0.3 });
  for (let i = 0; i < 240; i += 1) {
    const y = 650 + 380 * s.random() ** 1.2;
    const x = s.between(-20, 1520);
    const k = (y - 600) / 300;
    s.overLine(
      curve([
        [x, y],
        [x + s.between(-8, 8) * k, y - 36 * k],
        [x + s.between(-22, 22) * k, y - 70 * k],
      ]),
      2 + 3 * k,
      i % 3 ? { rust: 0.75 } : { river: 0.9 },
    );
  }
  for (const [x, y, k, hue] of [
    [150, 700, 0.62, 0],
    [330, 716, 0.72, 1],
    [560, 744, 0.85, 2],
    [850, 800, 1.1, 0],
    [1190, 880, 1.45, 1],
  ] as const) {
    const tones = [{ river: 1 }, { ochre: 0.05 }, { rust: 1 }][hue] ?? {};
    const low = y + 80 * k;
    for (const dx of [-60, 46]) s.fill(s.box(x + dx * k, low, 14 * k, 50 * k, 1), { night: 1 });
    s.fill(s.box(x - 80 * k, y - 110 * k, 160 * k, 190 * k, 2), tones);
    s.over(s.box(x + 46 * k, y - 110 * k, 34 * k, 190 * k, 1), { night: 0.5 });
    s.overLine(
      polyline([
        [x - 80 * k, y - 12 * k],
        [x + 80 * k, y - 12 * k],
      ]),
      5 * k,
      { night: 1 },
    );
    s.fill(s.box(x - 92 * k, y - 132 * k, 184 * k, 26 * k, 2), { night: 1 });
    s.fill(s.box(x - 44 * k, y + 52 * k, 88 * k, 12 * k, 1), { night: 1 });
    for (let b = 0; b < 9; b += 1) {
      const [bx, by] = [x + s.between(-150, 150) * k, y + s.between(-190, 60) * k];
      s.fill(ellipse(bx, by, 8 * k, 6 * k), { night: 1 });
      s.fill(ellipse(bx - 3 * k, by - 8 * k, 6 * k, 4 * k), { ochre: 0.04 });
    }
  }
  // The red triangle, and the tape that ends the meadow.
  s.line(
    polyline([
      [470, 960],
      [474, 620],
    ]),
    14,
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [474, 560],
        [570, 720],
        [378, 720],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [474, 604],
        [536, 704],
        [412, 704],
      ],
      1,
    ),
    { ochre: 0.03 },
  );
  s.text('МІНИ', 436, 694, 40, { night: 1 }, 'font-weight="bold"');
  s.line(
    curve([
      [-20, 850],
      [200, 880],
      [470, 850],
      [700, 920],
      [1000, 985],
      [1100, 1020],
    ]),
    12,
    { rust: 1 },
  );
  for (let i = 0; i < 22; i += 1)
    s.fill(s.box(i * 44 - 10, 862 + Math.sin(i * 0.6) * 12 + Math.max(0, i - 13) * 14, 20, 12, 1), {
      ochre: 0.03,
    });
}
