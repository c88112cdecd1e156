import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function orchestraHall(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { night: 1, rust: 0.2 });
  for (let i = 0; i < 9; i += 1) {
    const inset = i * 74;
    s.fill(
      `M${-140 + inset} 720V${330 - i * 4}C${-140 + inset} ${-300 + i * 50} ${1640 - inset} ${-300 + i * 50} ${1640 - inset} ${330 - i * 4}V720Z`,
      i % 2 ? { night: 0.98, rust: 0.3 } : { rust: 0.95 - i * 0.06, night: 0.5 - i * 0.06 },
    );
  }
  s.fill(
    s.cut(
      [
        [400, 740],
        [540, 470],
        [960, 470],
        [1100, 740],
      ],
      3,
    ),
    { ochre: [0.75, 1], rust: 0.15 },
  );
  for (let i = 0; i < 14; i += 1)
    s.overLine(
      polyline([
        [410 + i * 52, 740],
        [545 + i * 31.5, 470],
      ]),
      2,
      { rust: 0.7 },
    );
  // Players in two arcs, each behind a lit stand.
  const player = (x: number, y: number, k: number, tilt: number): void => {
    s.fill(
      s.cut(
        [
          [x - 30 * k, y],
          [x - 26 * k, y - 64 * k],
          [x, y - 78 * k],
          [x + 26 * k, y - 64 * k],
          [x + 30 * k, y],
        ],
        1,
      ),
      { night: 1 },
    );
    s.fill(ellipse(x, y - 98 * k, 17 * k, 20 * k), { night: 1 });
    s.line(
      polyline([
        [x - 34 * k * tilt, y - 78 * k],
        [x + 24 * k * tilt, y - 40 * k],
      ]),
      9 * k,
      { rust: 1 },
    );
    s.line(
      polyline([
        [x - 6 * k * tilt, y - 96 * k],
        [x + 46 * k * tilt, y - 62 * k],
      ]),
      3 * k,
      { ochre: 0.05, night: 0.3 },
    );
    s.fill(
      s.cut(
        [
          [x - 26 * k, y - 26 * k],
          [x + 26 * k, y - 26 * k],
          [x + 22 * k, y + 10 * k],
          [x - 22 * k, y + 10 * k],
        ],
        1,
      ),
      { ochre: 0.02 },
    );
    s.line(
      polyline([
        [x, y + 8 * k],
        [x, y + 48 * k],
      ]),
      4 * k,
      { night: 1 },
    );
  };
  for (let i = 0; i < 7; i += 1) {
    const a = Math.PI * (0.12 + 0.76 * (i / 6));
    player(750 - Math.cos(a) * 220, 590 - Math.sin(a) * 62, 0.72, i < 3 ? 1 : -1);
  }
  for (let i = 0; i < 6; i += 1) {
    const a = Math.PI * (0.04 + 0.92 * (i / 5));
    player(750 - Math.cos(a) * 300, 690 - Math.sin(a) * 66, 0.95, i < 3 ? 1 : -1);
  }
  s.fill(
    s.cut(
      [
        [716, 740],
        [722, 640],
        [750, 622],
        [778, 640],
        [784, 740],
      ],
      1,
    ),
    { night: 1 },
  );
  s.fill(ellipse(750, 600, 20, 23), { night: 1 });
  s.line(
    polyline([
      [776, 650],
      [826, 600],
      [858, 560],
    ]),
    13,
    { night: 1 },
  );
  s.line(
    polyline([
      [858, 560],
      [884, 520],
    ]),
    3,
    { ochre: 0.02 },
  );
  s.line(
    polyline([
      [724, 650],
      [672, 640],
      [648, 610],
    ]),
    13,
    { night: 1 },
  );
  s.fill(s.box(690, 736, 120, 40), { night: 1 });
  // Rows of seats, full of heads; nobody has gone home.
  for (let row = 0; row < 4; row += 1) {
    const y = 800 + row * 66;
    s.fill(
      s.cut(
        [
          [-20, y],
          [500, y + 22 + row * 5],
          [1000, y + 22 + row * 5],
          [1520, y],
          [1520, 1040],
          [-20, 1040],
        ],
        3,
      ),
      { rust: row % 2 ? 0.85 : 0.6, night: 0.5 + row * 0.12 },
    );
    const count = 19 - row * 3;
    for (let i = 0; i <= count; i += 1) {
      const x = (i / count) * 1560 - 30 + (row % 2) * 34 + s.between(-9, 9);
      const k = 22 + row * 9;
      const hy = y + 6 + 22 * (1 - Math.abs(x - 750) / 750) + s.between(-6, 6);
      s.fill(ellipse(x, hy, k * 0.78, k), { night: 1 });
      s.fill(
        s.cut(
          [
            [x - k * 1.6, hy + k * 2.6],
            [x - k * 1.3, hy + k * 1.1],
            [x, hy + k * 0.7],
            [x + k * 1.3, hy + k * 1.1],
            [x + k * 1.6, hy + k * 2.6],
          ],
          1,
        ),
        { night: 1 },
      );
      if ((i + row) % 5 === 0) s.fill(ellipse(x, hy - k * 0.55, k * 0.14), { ochre: 0.2 });
    }
  }
}
