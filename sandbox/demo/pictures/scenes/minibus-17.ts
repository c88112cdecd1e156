import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function minibus(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 720, 0), { river: [0.75, 0.22], night: [0.35, 0.02] });
  for (let i = 0; i < 9; i += 1) {
    const x = -40 + i * 178;
    const h = s.between(160, 420);
    s.fill(s.box(x, 620 - h, 160, h + 40), { river: 0.75, night: 0.4 });
    for (let r = 0; r < h / 46 - 1; r += 1)
      for (let c = 0; c < 4; c += 1)
        s.fill(
          s.box(x + 16 + c * 35, 640 - h + r * 44, 20, 24, 1),
          s.random() < 0.2 ? { ochre: 0.9 } : { night: 0.75, river: 0.5 },
        );
  }
  s.fill(s.box(-20, 640, 1540, 400), { night: 0.8, river: 0.5 });
  s.fill(
    s.cut(
      [
        [200, 790],
        [1320, 790],
        [1420, 960],
        [90, 970],
      ],
      8,
    ),
    { ochre: 0.6, night: 0.5 },
  );
  s.ripples(60, 800, 1300, 180, 46, { night: 0.8 });
  const y = 330;
  s.fill(
    s.cut(
      [
        [250, y + 40],
        [300, y],
        [1080, y],
        [1150, y + 30],
        [1240, y + 210],
        [1290, y + 240],
        [1300, y + 400],
        [240, y + 400],
      ],
      3,
    ),
    { ochre: 1 },
  );
  s.fill(
    s.cut(
      [
        [240, y + 290],
        [1297, y + 290],
        [1300, y + 400],
        [240, y + 400],
      ],
      2,
    ),
    { ochre: 1, rust: 0.55 },
  );
  s.fill(
    s.cut(
      [
        [1090, y + 52],
        [1136, y + 60],
        [1204, y + 206],
        [1090, y + 206],
      ],
      2,
    ),
    { night: 0.75, river: 0.5 },
  );
  for (let i = 0; i < 4; i += 1) {
    const x = 292 + i * 172;
    s.fill(s.box(x, y + 52, 152, 140), { night: 0.85, river: 0.3 });
    for (let p = 0; p < 3; p += 1) {
      const px = x + 30 + p * 46 + s.between(-8, 8);
      const py = y + 106 + s.between(-12, 20);
      const skin = [{ rust: 0.85 }, { ochre: 0.25 }, { river: 0.75 }][(i + p) % 3] ?? {};
      s.fill(ellipse(px, py, 20), { ochre: 0.3, rust: 0.25 });
      s.fill(s.box(px - 26, py + 20, 52, 192 - (py - y) - 20, 2), skin);
    }
  }
  s.line(
    polyline([
      [990, y + 30],
      [990, y + 398],
    ]),
    5,
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [1140, y + 150],
        [1176, y + 160],
        [1186, y + 206],
        [1130, y + 206],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(ellipse(1152, y + 128, 24), { ochre: 0.3, rust: 0.3 });
  s.fill(s.box(1128, y + 100, 52, 14), { night: 1 });
  s.fill(s.box(1020, y + 66, 56, 60), { ochre: 0.05 });
  s.text('17', 1028, y + 114, 48, { night: 1 }, 'font-weight="bold"');
  s.fill(s.box(300, y - 34, 420, 34), { rust: 1 });
  s.text(
    'ВЕРФ — РИНОК — ЧАЙКИ',
    318,
    y - 8,
    28,
    { ochre: 0.05 },
    'font-weight="bold" letter-spacing="2"',
  );
  for (const x of [420, 1110]) {
    s.fill(ellipse(x, y + 400, 76), { night: 1 });
    s.fill(ellipse(x, y + 400, 32), { river: 0.2 });
  }
  s.fill(ellipse(1280, y + 290, 22, 28), { ochre: 0.05 });
  s.fill(
    s.cut(
      [
        [1298, y + 282],
        [1520, y + 232],
        [1520, y + 400],
        [1298, y + 302],
      ],
      3,
    ),
    { ochre: [0.9, 0.4, 'right'], night: [0, 0.3, 'right'] },
  );
  for (let i = 0; i < 90; i += 1) {
    const x = s.between(-20, 1560);
    const ry = s.between(-20, 960);
    const l = s.between(26, 80);
    s.line(
      polyline([
        [x, ry],
        [x - l * 0.3, ry + l],
      ]),
      s.between(1.5, 3.5),
      { river: 0.08 },
    );
  }
}
