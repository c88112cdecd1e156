import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function grainPort(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 700, 0), { ochre: [0.5, 0.05], rust: [0.42, 0] });
  s.fill(
    s.cut(
      [
        [-20, 110],
        [400, 90],
        [900, 130],
        [1520, 96],
        [1520, 150],
        [800, 178],
        [200, 148],
        [-20, 160],
      ],
      8,
    ),
    { rust: 0.75, ochre: 0.4 },
  );
  s.fill(s.ridge(596, 12, 800), { river: 0.4 });
  for (let i = 0; i < 6; i += 1) {
    const x = 60 + i * 112;
    s.fill(s.box(x, 270, 104, 400), { ochre: 0.12 });
    s.over(s.box(x, 270, 30, 400, 1), { night: 0.65 });
    s.over(s.box(x + 30, 270, 22, 400, 1), { river: 0.4 });
    s.fill(
      s.cut(
        [
          [x - 4, 274],
          [x + 52, 226],
          [x + 108, 274],
        ],
        2,
      ),
      { night: 1 },
    );
    for (let b = 0; b < 5; b += 1)
      s.overLine(
        polyline([
          [x, 320 + b * 72],
          [x + 104, 320 + b * 72],
        ]),
        3,
        { night: 0.6 },
      );
  }
  s.fill(s.box(50, 186, 690, 30), { rust: 1 });
  s.fill(s.box(660, 96, 90, 574), { night: 0.95, river: 0.3 });
  s.fill(s.box(648, 80, 114, 26), { night: 1 });
  for (let i = 0; i < 8; i += 1)
    s.fill(
      s.box(692, 136 + i * 58, 26, 26, 1),
      i === 3 ? { ochre: 1 } : { river: 0.3, night: 0.5 },
    );
  s.line(
    polyline([
      [740, 130],
      [1090, 330],
    ]),
    26,
    { rust: 1 },
  );
  s.line(
    polyline([
      [740, 168],
      [1080, 362],
    ]),
    6,
    { night: 1 },
  );
  s.line(
    polyline([
      [1090, 330],
      [1110, 450],
    ]),
    20,
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [1098, 440],
        [1124, 440],
        [1180, 596],
        [1060, 596],
      ],
      4,
    ),
    { ochre: 0.9 },
  );
  s.fill(s.box(-20, 662, 1540, 34), { night: 1 });
  for (let i = 0; i < 15; i += 1) s.fill(s.box(i * 104 - 6, 690, 20, 70, 1), { night: 1 });
  s.fill(s.box(-20, 740, 1540, 300), { river: 1, night: [0.1, 0.65] });
  // The ship: low in the water on one side of the story, high on the other.
  s.fill(
    s.cut(
      [
        [800, 590],
        [1520, 566],
        [1520, 800],
        [880, 806],
      ],
      3,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [856, 742],
        [1520, 736],
        [1520, 806],
        [880, 808],
      ],
      2,
    ),
    { rust: 1 },
  );
  for (let i = 0; i < 6; i += 1)
    s.fill(s.box(846, 622 + i * 24, i % 2 ? 12 : 22, 6, 0), { ochre: 0.03 });
  s.fill(s.box(1380, 380, 150, 196), { ochre: 0.04 });
  for (let i = 0; i < 3; i += 1) s.fill(s.box(1396, 400 + i * 56, 120, 24), { night: 1 });
  s.fill(s.box(1450, 286, 60, 96), { rust: 1 });
  for (let i = 0; i < 4; i += 1)
    s.fill(
      s.cut(
        [
          [930 + i * 110, 580],
          [944 + i * 110, 552],
          [1016 + i * 110, 548],
          [1026 + i * 110, 576],
        ],
        2,
      ),
      { river: 0.4 },
    );
  s.ripples(-40, 760, 1500, 240, 90, { night: 0.85 });
  s.ripples(-40, 800, 1500, 190, 34, { ochre: 0.9 });
  for (let i = 0; i < 3; i += 1) {
    const x = 90 + i * 190;
    s.fill(
      s.cut(
        [
          [x, 662],
          [x, 610],
          [x + 112, 610],
          [x + 112, 662],
        ],
        2,
      ),
      { river: 1 },
    );
    s.fill(
      s.cut(
        [
          [x + 118, 662],
          [x + 118, 618],
          [x + 150, 622],
          [x + 164, 662],
        ],
        2,
      ),
      { rust: 1 },
    );
    for (const dx of [24, 90, 142]) s.fill(ellipse(x + dx, 662, 13), { night: 1 });
  }
}
