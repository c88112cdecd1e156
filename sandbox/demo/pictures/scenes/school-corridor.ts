import { curve, ellipse, polygon, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function schoolCorridor(s: Sheet): void {
  const [vx, vy] = [640, 430];
  const to = (x: number, y: number, t: number): Point => [x + (vx - x) * t, y + (vy - y) * t];
  const [l, r, top, low] = [-260, 1900, -260, 1240];
  const wall = (x: number, tones: Parameters<Sheet['fill']>[1]): void =>
    s.fill(polygon([to(x, top, 0), to(x, top, 0.9), to(x, low, 0.9), to(x, low, 0)]), tones);
  s.fill(polygon([to(l, top, 0), to(r, top, 0), to(r, top, 0.9), to(l, top, 0.9)]), {
    night: [0.9, 0.6],
  });
  s.fill(polygon([to(l, low, 0), to(r, low, 0), to(r, low, 0.9), to(l, low, 0.9)]), {
    rust: 0.75,
    ochre: 0.5,
    night: 0.25,
  });
  wall(l, { river: 0.5, night: 0.45 });
  wall(r, { ochre: 0.55, rust: 0.08 });
  const band = (
    x: number,
    from: number,
    until: number,
    tones: Parameters<Sheet['fill']>[1],
  ): void =>
    s.fill(polygon([to(x, from, 0), to(x, from, 0.9), to(x, until, 0.9), to(x, until, 0)]), tones);
  band(l, 640, low, { river: 1, night: 0.3 });
  band(r, 640, low, { river: 0.8 });
  band(l, 622, 644, { ochre: 0.05 });
  band(r, 622, 644, { ochre: 0.05 });
  s.fill(polygon([to(l, top, 0.9), to(r, top, 0.9), to(r, low, 0.9), to(l, low, 0.9)]), {
    ochre: 0.9,
  });
  s.fill(s.box(606, 396, 70, 115, 1), { ochre: 0.02 });
  // Pipes along the ceiling, lamps below them.
  for (const [y, w] of [
    [-130, 26],
    [-60, 16],
  ] as const)
    s.line(polyline([to(l, y, 0), to(l, y, 0.9)]), w, { rust: 1 });
  s.line(polyline([to(r, -120, 0), to(r, -120, 0.9)]), 22, { night: 1 });
  for (const t of [0.3, 0.56, 0.72, 0.82]) {
    const [x, y] = to(820, top, t);
    const w = 330 * (1 - t);
    s.fill(
      polygon([
        [x - w / 2, y + w * 0.1],
        [x + w / 2, y + w * 0.1],
        [x + w * 0.36, y],
        [x - w * 0.36, y],
      ]),
      { ochre: 0.03 },
    );
    const [fx, fy] = to(820, low, t);
    s.fill(ellipse(fx, fy, w * 0.9, w * 0.2), { rust: 0.25, ochre: 0.6 });
  }
  for (const t of [0.12, 0.4, 0.6, 0.74]) {
    s.fill(polygon([to(l, 120, t), to(l, 120, t + 0.1), to(l, low, t + 0.1), to(l, low, t)]), {
      night: 0.95,
    });
  }
  // Drawings taped to the right-hand wall.
  [0.16, 0.24, 0.4, 0.5, 0.6, 0.68].forEach((t, i) => {
    const d = 0.055 * (1 - t * 0.5);
    s.fill(
      polygon([
        to(r, 180 + (i % 2) * 60, t),
        to(r, 180 + (i % 2) * 60, t + d),
        to(r, 480 + (i % 2) * 40, t + d),
        to(r, 480 + (i % 2) * 40, t),
      ]),
      { ochre: 0.02 },
    );
    const a = to(r, 320, t + d / 2);
    s.fill(
      ellipse(a[0], a[1], 34 * (1 - t), 46 * (1 - t)),
      i % 3 === 0 ? { rust: 1 } : i % 3 === 1 ? { river: 1 } : { night: 1 },
    );
  });
  // Desks in single file and the pupils seen from behind.
  for (const t of [0.7, 0.58, 0.4, 0.12]) {
    const k = (1 - t) * 1.15;
    const [x, y] = to(1240, 1130, t);
    s.fill(
      s.cut(
        [
          [x - 190 * k, y - 190 * k],
          [x + 150 * k, y - 190 * k],
          [x + 190 * k, y - 160 * k],
          [x - 200 * k, y - 160 * k],
        ],
        1,
      ),
      { ochre: 0.25 },
    );
    for (const dx of [-180, 160])
      s.fill(s.box(x + dx * k, y - 160 * k, 14 * k, 170 * k, 1), { night: 1 });
    s.fill(
      s.cut(
        [
          [x - 90 * k, y - 40 * k],
          [x - 82 * k, y - 226 * k],
          [x - 40 * k, y - 256 * k],
          [x + 34 * k, y - 256 * k],
          [x + 76 * k, y - 226 * k],
          [x + 84 * k, y - 40 * k],
        ],
        2,
      ),
      t === 0.4 ? { ochre: 1 } : t === 0.58 ? { river: 0.2 } : { rust: 1 },
    );
    s.fill(ellipse(x - 4 * k, y - 306 * k, 52 * k, 58 * k), { night: 1 });
    if (t !== 0.58)
      for (const dx of [-48, 40])
        s.line(
          curve([
            [x + dx * k, y - 290 * k],
            [x + dx * 1.3 * k, y - 240 * k],
            [x + dx * 1.1 * k, y - 180 * k],
          ]),
          20 * k,
          { night: 1 },
        );
    s.fill(s.box(x - 84 * k, y - 44 * k, 168 * k, 18 * k, 1), { night: 1 });
  }
}
