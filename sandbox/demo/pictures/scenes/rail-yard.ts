import { ellipse, polygon, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function railYard(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 470, 0), { rust: [0.15, 0.8], ochre: [0.5, 1] });
  s.fill(ellipse(470, 392, 118), { ochre: 0.2 });
  s.fill(
    s.cut(
      [
        [-20, 400],
        [120, 376],
        [180, 330],
        [240, 330],
        [250, 384],
        [600, 402],
        [980, 372],
        [990, 300],
        [1090, 300],
        [1096, 250],
        [1150, 250],
        [1160, 360],
        [1520, 390],
        [1520, 480],
        [-20, 480],
      ],
      2,
    ),
    { night: 0.95, rust: 0.4 },
  );
  s.fill(s.box(-20, 430, 1540, 600), { rust: 0.45, night: [0.55, 0.9] });
  const vx = 470;
  for (const x of [-1500, -820, -240, 280, 800, 1380, 2100]) {
    const at = (edge: number, t: number): Point => [
      edge + (vx - edge) * t,
      1060 + (436 - 1060) * t,
    ];
    for (let i = 0; i < 26; i += 1) {
      const t = 1 - 0.86 ** i;
      s.fill(
        polygon([
          at(x - 130, t),
          at(x + 130, t),
          at(x + 128, t + 0.024 * (1 - t)),
          at(x - 128, t + 0.024 * (1 - t)),
        ]),
        { night: 1, rust: 0.3 },
      );
    }
    for (const dx of [-70, 70]) {
      s.fill(polygon([at(x + dx - 11, 0), at(x + dx + 11, 0), at(x + dx, 1)]), {
        ochre: 0.75,
        rust: 0.25,
      });
    }
  }
  // Wagons standing on the right; nearest is the largest.
  for (const [x, y, w, h] of [
    [700, 420, 60, 44],
    [778, 412, 110, 84],
    [908, 380, 190, 160],
    [1130, 320, 420, 330],
  ] as const) {
    s.fill(
      s.cut(
        [
          [x, y],
          [x + w, y - h * 0.12],
          [x + w, y + h * 0.96],
          [x, y + h * 0.72],
        ],
        2,
      ),
      { rust: 1, night: 0.25 },
    );
    for (let r = 1; r < 7; r += 1)
      s.overLine(
        polyline([
          [x + (w * r) / 7, y - (h * 0.12 * r) / 7],
          [x + (w * r) / 7, y + h * 0.72 + (h * 0.24 * r) / 7],
        ]),
        w / 70,
        { night: 1 },
      );
    s.fill(
      s.cut(
        [
          [x, y + h * 0.72],
          [x + w, y + h * 0.96],
          [x + w, y + h * 1.06],
          [x, y + h * 0.8],
        ],
        1,
      ),
      { night: 1 },
    );
    for (const t of [0.18, 0.36, 0.72, 0.9])
      s.fill(ellipse(x + w * t, y + h * (0.83 + 0.24 * t), w * 0.06), { night: 1 });
  }
  for (const [x, k] of [
    [120, 1],
    [322, 0.42],
    [404, 0.2],
  ] as const) {
    const y = 436 + 470 * k;
    s.line(
      polyline([
        [x, y],
        [x, y - 660 * k],
      ]),
      20 * k,
      { night: 1 },
    );
    s.line(
      polyline([
        [x - 20, y - 600 * k],
        [x + 520 * k, y - 640 * k],
      ]),
      14 * k,
      { night: 1 },
    );
    s.fill(s.box(x - 34 * k, y - 520 * k, 68 * k, 160 * k), { night: 1 });
    s.fill(ellipse(x, y - 480 * k, 22 * k), { rust: 1 });
    s.fill(ellipse(x, y - 402 * k, 22 * k), { river: 0.2 });
  }
  // A woman in a signal vest with her long hammer.
  s.fill(
    s.cut(
      [
        [560, 930],
        [572, 770],
        [566, 660],
        [590, 622],
        [660, 622],
        [684, 660],
        [678, 770],
        [692, 930],
        [650, 930],
        [628, 790],
        [604, 930],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [574, 640],
        [676, 640],
        [682, 782],
        [568, 782],
      ],
      2,
    ),
    { ochre: 1 },
  );
  s.fill(s.box(572, 704, 108, 20), { ochre: 0.03 });
  s.fill(ellipse(625, 584, 36, 40), { ochre: 0.3, rust: 0.3 });
  s.fill(
    s.cut(
      [
        [584, 580],
        [590, 540],
        [660, 540],
        [668, 584],
        [640, 560],
        [606, 560],
      ],
      1,
    ),
    { rust: 1 },
  );
  s.line(
    polyline([
      [572, 660],
      [540, 740],
      [566, 800],
    ]),
    20,
    { night: 1 },
  );
  s.line(
    polyline([
      [678, 660],
      [716, 740],
      [724, 780],
    ]),
    20,
    { night: 1 },
  );
  s.line(
    polyline([
      [738, 560],
      [716, 960],
    ]),
    9,
    { ochre: 0.1 },
  );
  s.fill(s.box(712, 544, 56, 22), { night: 1 });
}
