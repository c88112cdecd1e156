import { curve, ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function hospitalGenerator(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { night: [0.97, 0.6], river: 0.45 });
  for (let i = 0; i < 70; i += 1)
    s.fill(ellipse(s.between(0, 1500), s.between(0, 200), s.between(1, 2.6)), { ochre: 0.05 });
  s.fill(
    s.cut(
      [
        [90, 130],
        [1410, 130],
        [1410, 780],
        [90, 780],
      ],
      2,
    ),
    { river: 0.55, night: 0.5 },
  );
  s.fill(s.box(70, 106, 1360, 34), { night: 1 });
  for (let row = 0; row < 4; row += 1)
    for (let col = 0; col < 10; col += 1) {
      const lit = row === 2 && col < 7 && col > 1;
      const [x, y] = [130 + col * 128, 176 + row * 148];
      s.fill(s.box(x, y, 86, 104), lit ? { ochre: 1 } : { night: 0.95, river: 0.4 });
      s.line(
        polyline([
          [x + 43, y],
          [x + 43, y + 104],
        ]),
        6,
        lit ? { rust: 0.8, ochre: 1 } : { river: 0.4, night: 0.6 },
      );
      if (lit && col % 2) {
        s.fill(ellipse(x + 24, y + 44, 13), { night: 1 });
        s.fill(s.box(x + 6, y + 58, 36, 46, 1), { rust: 1 });
      }
    }
  s.fill(s.box(640, 590, 220, 190), { night: 1 });
  s.fill(s.box(700, 520, 100, 60), { ochre: 0.04 });
  s.fill(s.box(741, 526, 18, 48, 0), { rust: 1 });
  s.fill(s.box(724, 541, 52, 18, 0), { rust: 1 });
  s.fill(
    s.cut(
      [
        [-20, 770],
        [1520, 770],
        [1520, 1040],
        [-20, 1040],
      ],
      2,
    ),
    { night: 0.95, river: 0.3 },
  );
  s.fill(
    s.cut(
      [
        [280, 790],
        [1240, 790],
        [1460, 1000],
        [60, 1000],
      ],
      7,
    ),
    { ochre: 0.5, night: 0.45 },
  );
  // The generator, large, in front; a cable as thick as an arm runs to the door.
  s.line(
    curve([
      [930, 930],
      [1160, 980],
      [1250, 900],
      [1010, 830],
      [780, 800],
      [740, 770],
    ]),
    20,
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [330, 620],
        [1000, 620],
        [1010, 930],
        [320, 930],
      ],
      2,
    ),
    { ochre: 1, rust: 0.1 },
  );
  s.over(
    s.cut(
      [
        [330, 860],
        [1004, 860],
        [1010, 930],
        [320, 930],
      ],
      2,
    ),
    { rust: 0.7 },
  );
  for (let i = 0; i < 13; i += 1) s.fill(s.box(380 + i * 26, 680, 12, 140, 1), { night: 1 });
  s.fill(s.box(770, 670, 180, 110), { night: 1 });
  for (const [x, y] of [
    [810, 708],
    [860, 708],
    [910, 708],
  ] as const)
    s.fill(ellipse(x, y, 17), { ochre: 0.06 });
  s.text('220 kW', 800, 766, 34, { ochre: 0.06 }, 'font-weight="bold"');
  s.text('100', 470, 898, 44, { night: 1 }, 'font-weight="bold" text-decoration="line-through"');
  s.fill(s.box(300, 926, 730, 30), { night: 1 });
  for (const x of [400, 930]) s.fill(ellipse(x, 960, 42), { night: 1 });
  s.fill(s.box(420, 520, 34, 104), { night: 1 });
  for (let i = 0; i < 5; i += 1)
    s.fill(ellipse(440 + i * 22, 486 - i * 52, 22 + i * 9, 19 + i * 7), {
      night: 1,
      rust: 0.35 - i * 0.05,
    });
}
