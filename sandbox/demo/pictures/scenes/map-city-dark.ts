import { curve, ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet, Tones } from '../drawing.ts';
import { BOLD, NIGHT } from './lettering.ts';

/** The city and what went dark in it. */
export function mapCity(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.2 });
  const river: Point[] = [
    [-60, 120],
    [260, 250],
    [520, 300],
    [700, 470],
    [760, 690],
    [980, 800],
    [1280, 790],
    [1580, 900],
  ];
  const blocks = (
    x: number,
    y: number,
    cols: number,
    rows: number,
    tilt: number,
    tones: Tones,
  ): void => {
    for (let c = 0; c < cols; c += 1)
      for (let r = 0; r < rows; r += 1) {
        if (s.random() < 0.14) continue;
        const at = (px: number, py: number): Point => [
          x + px * Math.cos(tilt) - py * Math.sin(tilt),
          y + px * Math.sin(tilt) + py * Math.cos(tilt),
        ];
        const [px, py, w, h] = [c * 58, r * 48, s.between(36, 50), s.between(26, 40)];
        s.fill(s.cut([at(px, py), at(px + w, py), at(px + w, py + h), at(px, py + h)], 1.5), tones);
      }
  };
  blocks(640, 70, 9, 5, 0.15, { ochre: 0.75 });
  blocks(900, 330, 8, 6, 0.1, { night: 0.95 });
  blocks(90, 380, 7, 6, 0.2, { ochre: 0.75 });
  blocks(330, 790, 6, 4, 0.1, { ochre: 0.75 });
  blocks(1180, 110, 5, 5, -0.1, { night: 0.95 });
  blocks(160, 40, 5, 2, 0.3, { night: 0.95 });
  s.line(curve(river), 118, { river: 1 });
  for (let i = -1; i < 2; i += 1)
    s.overLine(curve(river.map(([x, y]): Point => [x, y + i * 28])), 3, { night: 0.7 });
  s.line(
    polyline([
      [560, 420],
      [780, 340],
    ]),
    16,
    { night: 1 },
  );
  s.line(
    polyline([
      [560, 420],
      [780, 340],
    ]),
    8,
    { ochre: 0.03 },
  );
  s.line(
    polyline([
      [880, 900],
      [960, 660],
    ]),
    16,
    { night: 1 },
  );
  s.line(
    polyline([
      [880, 900],
      [960, 660],
    ]),
    8,
    { ochre: 0.03 },
  );
  s.line(
    curve([
      [-20, 990],
      [300, 740],
      [560, 420],
      [780, 340],
      [1000, 300],
      [1520, 60],
    ]),
    5,
    { rust: 1 },
  );
  const label = (words: string, x: number, y: number, isDark: boolean): void => {
    const w = words.length * 23 + 34;
    s.fill(s.box(x - 16, y - 42, w, 58), isDark ? { night: 1 } : { ochre: 0.03 });
    s.text(
      words,
      x,
      y,
      40,
      isDark ? { ochre: 0.03 } : NIGHT,
      `${BOLD} textLength="${w - 34}" lengthAdjust="spacingAndGlyphs"`,
    );
  };
  label('UPPER TOWN', 730, 190, false);
  label('VERF', 1130, 500, true);
  label('CHAIKY', 1270, 250, true);
  label('SLOBIDKA', 170, 90, true);
  label('PISKY', 230, 560, false);
  label('OLD LANDING', 400, 890, false);
  s.text('C H E R L E N', 1080, 812, 40, { ochre: 0.03 }, `${BOLD} font-style="italic"`);
  for (const r of [70, 46]) s.line(ellipse(1010, 640, r), 8, { rust: 1 });
  s.fill(ellipse(1010, 640, 20), { rust: 1 });
  s.fill(s.box(1092, 616, 214, 52), { rust: 1 });
  s.text(
    'SUBSTATION',
    1106,
    656,
    38,
    { ochre: 0.03 },
    `${BOLD} textLength="186" lengthAdjust="spacingAndGlyphs"`,
  );
  s.fill(s.box(60, 650, 300, 118), { ochre: 0.03 });
  s.fill(s.box(80, 672, 40, 30), { night: 0.95 });
  s.text('without power', 138, 700, 34, NIGHT);
  s.fill(s.box(80, 720, 40, 30), { ochre: 0.75 });
  s.text('supplied', 138, 748, 34, NIGHT);
  s.line(
    polyline([
      [80, 950],
      [300, 950],
    ]),
    7,
    NIGHT,
  );
  s.text('1 km', 156, 936, 32, NIGHT, BOLD);
}
