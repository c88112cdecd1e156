import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

/** A workbench in a prosthetist's workshop, 4:5. */
export function workshopLeg(s: Sheet): void {
  s.fill(s.box(-20, -20, 1240, 1540, 0), { ochre: 0.28 });
  s.fill(s.box(110, 90, 640, 760), { ochre: 0.03 });
  s.fill(s.box(140, 120, 580, 700), { river: [0.25, 0.75] });
  s.fill(
    s.cut(
      [
        [140, 640],
        [300, 600],
        [420, 640],
        [720, 590],
        [720, 820],
        [140, 820],
      ],
      3,
    ),
    { river: 1, night: 0.25 },
  );
  s.fill(ellipse(560, 290, 84), { ochre: 0.9 });
  s.line(
    polyline([
      [430, 120],
      [430, 820],
    ]),
    18,
    { ochre: 0.03 },
  );
  s.line(
    polyline([
      [140, 430],
      [720, 430],
    ]),
    18,
    { ochre: 0.03 },
  );
  for (let i = 0; i < 6; i += 1) {
    const x = 830 + i * 58;
    s.line(
      polyline([
        [x, 150],
        [x, 150 + 150 + (i % 3) * 50],
      ]),
      10,
      { night: 1 },
    );
    s.fill(
      i % 2 ? ellipse(x, 330 + (i % 3) * 40, 20) : s.box(x - 18, 300 + (i % 3) * 50, 36, 70),
      i % 3 ? { rust: 1 } : { night: 1 },
    );
  }
  s.fill(s.box(800, 136, 380, 20), { night: 1 });
  s.fill(s.box(-20, 1130, 1240, 400), { night: 0.95, rust: 0.3 });
  s.fill(s.box(-20, 1090, 1240, 54), { rust: 0.85, ochre: 0.6 });
  s.over(
    s.cut(
      [
        [600, 1100],
        [1000, 1094],
        [1180, 1140],
        [820, 1144],
      ],
      3,
    ),
    { night: 0.8 },
  );
  // The leg: socket, knee, pylon, foot, in a running shoe.
  s.fill(
    `M520 480C500 620 540 720 590 770L700 772C760 700 790 600 770 476C700 440 590 440 520 480Z`,
    { rust: 1 },
  );
  s.over(
    `M520 480C500 620 540 720 590 770L630 771C580 680 570 580 590 452C560 458 540 468 520 480Z`,
    { night: 0.45 },
  );
  s.fill(ellipse(646, 474, 126, 30), { night: 1 });
  s.fill(
    s.cut(
      [
        [590, 764],
        [702, 764],
        [690, 862],
        [604, 862],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(ellipse(648, 822, 24), { ochre: 0.1 });
  s.fill(s.box(626, 858, 44, 170), { river: 0.25, night: 0.2 });
  s.over(s.box(626, 858, 16, 170), { night: 0.6 });
  s.fill(s.box(612, 900, 72, 24), { night: 1 });
  s.fill(
    s.cut(
      [
        [596, 1010],
        [690, 1006],
        [720, 1040],
        [836, 1062],
        [868, 1094],
        [590, 1096],
      ],
      3,
    ),
    { ochre: 1 },
  );
  s.fill(
    s.cut(
      [
        [588, 1078],
        [868, 1074],
        [876, 1104],
        [586, 1106],
      ],
      2,
    ),
    { ochre: 0.02 },
  );
  for (let i = 0; i < 4; i += 1)
    s.line(
      polyline([
        [700 + i * 26, 1026 + i * 8],
        [684 + i * 28, 1058 + i * 6],
      ]),
      7,
      { night: 1 },
    );
  s.fill(s.box(180, 960, 150, 132), { river: 0.9, night: 0.2 });
  for (let i = 0; i < 5; i += 1)
    s.line(
      polyline([
        [200 + i * 27, 964],
        [186 + i * 32 + s.between(-9, 9), 800 + s.between(-30, 50)],
      ]),
      11,
      i % 2 ? { rust: 1 } : { night: 1 },
    );
  s.fill(
    s.cut(
      [
        [900, 1092],
        [900, 1060],
        [1120, 1060],
        [1120, 1092],
      ],
      2,
    ),
    { ochre: 0.05 },
  );
  s.fill(
    s.cut(
      [
        [920, 1060],
        [930, 1034],
        [1090, 1036],
        [1100, 1060],
      ],
      2,
    ),
    { river: 0.6 },
  );
}
