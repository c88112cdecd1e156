import { curve, ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function shipGraveyard(s: Sheet): void {
  s.fill(s.box(-20, -20, 1640, 520, 0), { ochre: [0.04, 0.6], rust: [0, 0.2] });
  s.fill(s.ridge(450, 18, 900), { river: 0.55 });
  s.fill(s.box(-20, 470, 1640, 450), { ochre: 0.5, river: 0.5 });
  s.fill(s.box(-20, 500, 1640, 440), { river: [0.2, 0.75], ochre: 0.3 });
  const hulk = (
    x: number,
    y: number,
    k: number,
    tilt: number,
    tones: Parameters<Sheet['fill']>[1],
  ): void => {
    const at = (px: number, py: number): Point => [
      x + (px * Math.cos(tilt) - py * Math.sin(tilt)) * k,
      y + (px * Math.sin(tilt) + py * Math.cos(tilt)) * k,
    ];
    const cut = (points: readonly Point[], wobble = 2): string =>
      s.cut(
        points.map(([px, py]) => at(px, py)),
        wobble,
      );
    s.fill(
      cut(
        [
          [-360, -80],
          [320, -60],
          [400, -130],
          [340, 90],
          [-300, 90],
        ],
        3,
      ),
      tones,
    );
    s.over(
      cut(
        [
          [-350, 0],
          [366, 0],
          [340, 90],
          [-300, 90],
        ],
        4,
      ),
      { night: 0.55 },
    );
    for (let i = 0; i < 10; i += 1)
      s.overLine(polyline([at(-300 + i * 66, -60), at(-290 + i * 62, 80)]), 4 * k, { night: 0.55 });
    s.fill(
      cut([
        [-310, -84],
        [-310, -220],
        [-90, -214],
        [-90, -76],
      ]),
      { ochre: 0.12 },
    );
    for (let i = 0; i < 4; i += 1)
      s.fill(
        cut(
          [
            [-290 + i * 50, -190],
            [-256 + i * 50, -190],
            [-256 + i * 50, -150],
            [-290 + i * 50, -150],
          ],
          1,
        ),
        { night: 1 },
      );
    s.fill(
      cut([
        [-270, -220],
        [-262, -310],
        [-170, -308],
        [-160, -216],
      ]),
      { night: 0.9, rust: 0.5 },
    );
    s.line(polyline([at(100, -66), at(110, -360)]), 10 * k, { night: 1 });
    s.line(polyline([at(110, -340), at(260, -120)]), 4 * k, { night: 1 });
    s.line(polyline([at(110, -340), at(-100, -210)]), 4 * k, { night: 1 });
  };
  hulk(1250, 470, 0.5, -0.06, { rust: 0.65, night: 0.3 });
  hulk(420, 520, 0.72, 0.05, { rust: 0.85, night: 0.2 });
  hulk(940, 600, 1.2, -0.13, { rust: 1 });
  s.fill(
    s.cut(
      [
        [380, 690],
        [900, 650],
        [1480, 690],
        [1620, 760],
        [1620, 820],
        [700, 780],
        [-20, 800],
        [-20, 730],
      ],
      8,
    ),
    { river: 0.85, night: 0.35 },
  );
  s.ripples(-40, 700, 1600, 190, 60, { night: 0.8 });
  for (let i = 0; i < 210; i += 1) {
    const x = s.between(-20, 1620);
    const edge = Math.abs(x - 760) / 800;
    const h = s.between(80, 250) * (0.35 + edge);
    const lean = s.between(-26, 40);
    s.line(
      curve([
        [x, 930],
        [x + lean * 0.3, 930 - h * 0.6],
        [x + lean, 930 - h],
      ]),
      5,
      i % 4 ? { night: 0.98, river: 0.6 } : { ochre: 1 },
    );
    if (i % 3 === 0) s.fill(ellipse(x + lean, 930 - h, 6, 24), { rust: 0.8, night: 0.5 });
  }
  s.line(
    polyline([
      [212, 700],
      [212, 560],
    ]),
    5,
    { night: 1 },
  );
  s.fill(`M180 600C190 560 230 560 240 590L286 576L240 604C236 640 200 640 180 600Z`, {
    ochre: 0.04,
  });
}
