import { curve, ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

function tiles(s: Sheet, until: number): void {
  for (let row = 0; row * 104 < until; row += 1) {
    for (let col = 0; col < 15; col += 1) {
      if ((row + col) % 2 === 0)
        s.fill(s.box(col * 104 - 20, row * 104 - 20, 100, 100, 1), { river: 0.22 });
      if ((row * 7 + col * 3) % 11 === 0)
        s.fill(ellipse(col * 104 + 32, row * 104 + 32, 22), { river: 0.9 });
    }
  }
}

export function fishSoup(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.1 });
  tiles(s, 640);
  s.fill(s.box(-20, 640, 1540, 400), { rust: 0.85, ochre: 0.4 });
  for (let i = 0; i < 16; i += 1)
    s.overLine(
      polyline([
        [i * 110 - 60, 1020],
        [i * 84 + 110, 640],
      ]),
      4,
      { night: 0.35 },
    );
  s.over(
    s.cut(
      [
        [330, 800],
        [900, 780],
        [1130, 850],
        [560, 890],
      ],
      4,
    ),
    { night: 0.8 },
  );
  // The pot.
  s.fill(`M330 420C310 620 340 780 400 838H830C890 780 920 620 900 420Z`, { night: 1 });
  s.over(`M360 460C350 620 372 740 410 800H450C400 720 392 600 400 460Z`, { river: 0.9 });
  s.fill(`M370 470C366 610 386 720 418 780H436C404 700 396 600 398 470Z`, {
    river: 0.55,
    night: 0.5,
  });
  s.fill(ellipse(615, 420, 290, 74), { night: 1, river: 0.4 });
  s.fill(ellipse(615, 420, 256, 56), { ochre: 1, rust: 0.3 });
  for (let i = 0; i < 26; i += 1) {
    const a = s.between(0, 6.28);
    const r = Math.sqrt(s.random());
    const [x, y] = [615 + Math.cos(a) * 225 * r, 420 + Math.sin(a) * 42 * r];
    s.fill(ellipse(x, y, s.between(5, 16), s.between(4, 8)), i % 3 ? { ochre: 0.4 } : { river: 1 });
  }
  s.fill(`M480 424C520 386 600 392 640 420C600 446 520 452 480 424Z`, { ochre: 0.12 });
  s.fill(
    s.cut(
      [
        [640, 420],
        [684, 396],
        [676, 440],
      ],
      2,
    ),
    { ochre: 0.12 },
  );
  for (const x of [312, 918])
    s.line(
      curve([
        [x, 470],
        [x + (x < 600 ? -70 : 70), 480],
        [x + (x < 600 ? -64 : 64), 556],
        [x, 566],
      ]),
      26,
      { night: 1 },
    );
  for (const [x, k] of [
    [500, 1],
    [620, 1.3],
    [740, 0.9],
  ] as const) {
    s.overLine(
      curve([
        [x, 350],
        [x - 30 * k, 270],
        [x + 26 * k, 190],
        [x - 14 * k, 100],
        [x + 20 * k, 30],
      ]),
      12,
      { rust: 0.35 },
    );
  }
  // A carp on newspaper, an onion, a lemon, dill.
  s.fill(
    s.cut(
      [
        [880, 860],
        [1440, 770],
        [1500, 920],
        [960, 1000],
      ],
      4,
    ),
    { ochre: 0.03 },
  );
  for (let i = 0; i < 9; i += 1)
    s.overLine(
      polyline([
        [940 + i * 8, 876 + i * 13],
        [1180 + i * 8, 836 + i * 13],
      ]),
      3,
      { night: 0.6 },
    );
  s.fill(
    `M930 900C1010 810 1200 790 1330 850L1440 780L1430 920L1330 880C1200 960 1020 970 930 900Z`,
    { river: 0.85, night: 0.2 },
  );
  s.fill(`M950 908C1040 940 1200 930 1320 878C1200 960 1030 968 950 908Z`, { ochre: 0.5 });
  for (let i = 0; i < 30; i += 1) {
    const x = 1050 + (i % 10) * 27;
    const y = 862 + Math.floor(i / 10) * 24 - Math.abs(x - 1150) * 0.04;
    s.overLine(
      curve([
        [x, y - 10],
        [x + 11, y],
        [x, y + 11],
      ]),
      3,
      { night: 0.9 },
    );
  }
  s.fill(ellipse(984, 884, 13), { ochre: 0.02 });
  s.fill(ellipse(984, 884, 7), { night: 1 });
  s.line(
    curve([
      [1026, 846],
      [1044, 890],
      [1026, 936],
    ]),
    6,
    { night: 1 },
  );
  s.fill(
    `M130 800C60 800 40 690 120 640C136 620 140 600 138 570L160 572C160 600 166 620 186 640C268 690 240 800 170 800Z`,
    { ochre: 1, rust: 0.2 },
  );
  for (const dx of [-50, -20, 14, 46])
    s.overLine(
      curve([
        [150 + dx * 0.2, 640],
        [150 + dx * 1.4, 720],
        [150 + dx * 0.5, 798],
      ]),
      4,
      { rust: 0.9 },
    );
  s.fill(ellipse(262, 852, 82, 62), { ochre: 0.9 });
  s.fill(ellipse(270, 850, 62, 48), { ochre: 0.3 });
  for (let i = 0; i < 8; i += 1)
    s.line(
      polyline([
        [270, 850],
        [270 + Math.cos(i * 0.785) * 56, 850 + Math.sin(i * 0.785) * 42],
      ]),
      5,
      { ochre: 0.9 },
    );
  for (let i = 0; i < 9; i += 1)
    s.line(
      curve([
        [420, 960],
        [500 + i * 10, 930 - i * 8],
        [610 + i * 8, 900 + i * 9],
      ]),
      4,
      { river: 1, night: 0.2 },
    );
}
