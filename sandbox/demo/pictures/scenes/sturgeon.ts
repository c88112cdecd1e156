import { curve, ellipse } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

export function sturgeon(s: Sheet): void {
  s.fill(s.box(-20, -20, 1640, 940, 0), { river: [0.55, 1], night: [0, 0.75] });
  for (let i = 0; i < 9; i += 1)
    s.over(
      s.cut(
        [
          [i * 200 - 60, -20],
          [i * 200 + s.between(20, 90), -20],
          [i * 190 - 200, 900],
          [i * 190 - 420, 900],
        ],
        6,
      ),
      { river: 0.3 },
    );
  for (let i = 0; i < 15; i += 1) {
    const points: Point[] = [];
    for (let x = -40; x <= 1640; x += 100)
      points.push([x, 690 + i * 22 + Math.sin(x / 210 + i * 0.35) * (34 - i)]);
    s.overLine(curve(points), 3, { night: 0.9 });
  }
  s.fill(s.ridge(836, 22, 500), { night: 1 });
  s.over(`M260 660C600 730 1100 700 1400 600L1420 640C1100 750 600 770 260 690Z`, { night: 0.8 });
  s.fill(
    `M110 470C260 380 520 320 800 330C1060 330 1240 380 1370 420L1500 300C1500 380 1480 420 1440 452C1500 490 1530 530 1540 580L1360 500C1200 560 960 600 720 590C470 590 260 540 110 470Z`,
    { ochre: 0.85, rust: 0.1 },
  );
  s.over(
    `M110 470C260 380 520 320 800 330C1060 330 1240 380 1370 420L1500 300C1490 360 1470 400 1430 430C1200 410 1000 400 800 404C520 400 300 430 110 470Z`,
    { night: 0.95 },
  );
  s.fill(`M140 480C300 540 500 586 720 590C900 594 1080 576 1220 548C1000 556 500 560 140 480Z`, {
    ochre: 0.05,
  });
  for (let i = 0; i < 15; i += 1) {
    const x = 330 + i * 70;
    const y = 372 - Math.sin(((i + 1) / 16) * Math.PI) * 52 + i * 3.4;
    s.fill(
      s.cut(
        [
          [x - 26, y + 14],
          [x, y - 22],
          [x + 26, y + 14],
        ],
        2,
      ),
      { rust: 1 },
    );
    s.fill(
      s.cut(
        [
          [x - 16, y + 108],
          [x, y + 88],
          [x + 16, y + 108],
          [x, y + 126],
        ],
        1,
      ),
      { ochre: 0.05 },
    );
  }
  s.fill(
    s.cut(
      [
        [470, 560],
        [560, 580],
        [470, 690],
        [400, 700],
      ],
      3,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [1060, 560],
        [1140, 550],
        [1120, 640],
        [1060, 650],
      ],
      3,
    ),
    { rust: 1 },
  );
  s.fill(
    s.cut(
      [
        [1080, 366],
        [1170, 384],
        [1230, 290],
        [1140, 300],
      ],
      3,
    ),
    { rust: 1 },
  );
  s.fill(ellipse(252, 446, 15), { ochre: 0.03 });
  s.fill(ellipse(252, 446, 8), { night: 1 });
  s.line(
    curve([
      [372, 420],
      [396, 470],
      [376, 530],
    ]),
    7,
    { night: 1 },
  );
  for (const dx of [0, 18, 36, 54])
    s.line(
      curve([
        [160 + dx, 494 + dx * 0.2],
        [150 + dx, 530],
        [166 + dx, 560],
      ]),
      5,
      { ochre: 0.3 },
    );
  s.fill(s.box(1216, 392, 60, 18), { ochre: 0.04 });
  s.text('K-0417', 1219, 407, 17, { night: 1 }, 'font-weight="bold"');
  for (let i = 0; i < 26; i += 1)
    s.fill(ellipse(s.between(40, 340), s.between(60, 430), s.between(3, 13)), { river: 0.08 });
}
