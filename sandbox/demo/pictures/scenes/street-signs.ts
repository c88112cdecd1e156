import { ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function streetSigns(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.85 });
  for (let i = 0; i < 22; i += 1)
    s.overLine(
      polyline([
        [-20, i * 70 - 300],
        [1520, i * 70 - 40],
      ]),
      4,
      { rust: 0.3 },
    );
  const plates = [
    ['вул. ВИШНЕВА', -0.12, 90, 130, 'river'],
    ['пров. ЛОЦМАНСЬКИЙ', 0.07, 560, 90, 'night'],
    ['вул. ТИХА', 0.16, 1060, 250, 'rust'],
    ['вул. ТИХА', -0.05, 330, 340, 'night'],
    ['вул. КАПІТАНСЬКА', -0.09, 770, 450, 'river'],
    ['узвіз КОРАБЕЛІВ', 0.1, 60, 560, 'rust'],
    ['вул. ТИХА', -0.2, 1040, 690, 'night'],
    ['майд. СТАРА ПРИСТАНЬ', 0.03, 380, 760, 'river'],
  ] as const;
  for (const [words, tilt, x, y, ink] of plates) {
    const w = words.length * 33 + 104;
    const h = 128;
    const at = (px: number, py: number): Point => [
      x + px * Math.cos(tilt) - py * Math.sin(tilt),
      y + px * Math.sin(tilt) + py * Math.cos(tilt),
    ];
    const slab = (inset: number, dx = 0, dy = 0): string =>
      s.cut(
        [
          [inset, inset],
          [w - inset, inset],
          [w - inset, h - inset],
          [inset, h - inset],
        ].map(([px = 0, py = 0]) => at(px + dx, py + dy)),
        1.5,
        200,
      );
    s.over(slab(0, 18, 20), { night: 0.75 });
    s.fill(slab(0), { ochre: 0.03 });
    s.fill(slab(8), { [ink]: 1 });
    const [tx, ty] = at(46, 86);
    s.text(
      words,
      tx,
      ty,
      62,
      { ochre: 0.02 },
      `font-weight="bold" transform="rotate(${(tilt * 180) / Math.PI} ${tx} ${ty})" textLength="${w - 100}" lengthAdjust="spacingAndGlyphs"`,
    );
    for (const px of [24, w - 24]) {
      const [sx, sy] = at(px, h / 2);
      s.fill(ellipse(sx, sy, 7), { night: 1 });
    }
  }
  s.line(
    polyline([
      [1330, 60],
      [1400, 200],
    ]),
    30,
    { rust: 1 },
  );
  s.line(
    polyline([
      [1400, 200],
      [1440, 290],
    ]),
    14,
    { night: 1 },
  );
}
