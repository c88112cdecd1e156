import { curve, ellipse, polygon, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';

/** Eight women and a cox, straight from above. */
export function rowing(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), {
    river: [0.95, 0.6, 'right'],
    night: [0.42, 0.05, 'right'],
  });
  for (let i = 0; i < 46; i += 1) {
    const y = -150 + i * 30;
    const points: Point[] = [];
    for (let x = -40; x <= 1560; x += 80)
      points.push([x, y + Math.sin(x / 170 + i * 0.7) * 13 + x * 0.1]);
    s.overLine(curve(points), s.between(1.5, 5), { night: 0.5 });
  }
  const lean = (x: number, y: number): Point => [
    730 + (x - 750) * 1.12 + (y - 500) * 0.4,
    500 + (y - 500) * 1.18 - (x - 750) * 0.4,
  ];
  const shape = (points: readonly Point[]): string => polygon(points.map(([x, y]) => lean(x, y)));
  for (let i = 0; i < 13; i += 1) {
    const x = 60 - i * 40;
    for (const side of [-1, 1]) {
      s.fill(
        shape([
          [x, 500 + side * (20 + i * 7)],
          [x + 90, 500 + side * (12 + i * 7)],
          [x + 96, 500 + side * (17 + i * 7)],
          [x, 500 + side * (32 + i * 8)],
        ]),
        { river: 0.08 },
      );
    }
  }
  s.over(
    shape([
      [170, 540],
      [750, 566],
      [1400, 530],
      [1300, 552],
      [750, 600],
      [260, 570],
    ]),
    { night: 0.75 },
  );
  for (let seat = 0; seat < 8; seat += 1) {
    const x = 370 + seat * 104;
    const side = seat % 2 === 0 ? -1 : 1;
    const [tipX, tipY] = [x + 72, 500 + side * 270];
    s.line(polyline([lean(x + 10, 500), lean(tipX, tipY)]), 8, { ochre: 0.12 });
    s.fill(
      shape([
        [tipX - 14, tipY - side * 50],
        [tipX + 16, tipY - side * 54],
        [tipX + 26, tipY + side * 26],
        [tipX - 2, tipY + side * 30],
      ]),
      { rust: 1 },
    );
    for (const back of [120, 210, 290]) {
      const [px, py] = lean(tipX - back, tipY + side * 18);
      s.overLine(ellipse(px, py, 34 - back * 0.06, 22 - back * 0.04), 4, { night: 0.5 });
      s.fill(ellipse(px, py, 12 - back * 0.02, 7), { river: 0.05 });
    }
  }
  s.fill(
    shape([
      [110, 500],
      [420, 477],
      [1150, 477],
      [1420, 500],
      [1150, 523],
      [420, 523],
    ]),
    { ochre: 0.9, rust: 0.1 },
  );
  s.fill(
    shape([
      [260, 500],
      [430, 486],
      [1150, 486],
      [1300, 500],
      [1150, 514],
      [430, 514],
    ]),
    { night: 1 },
  );
  for (let seat = 0; seat < 9; seat += 1) {
    const x = 360 + seat * 104;
    const side = seat % 2 === 0 ? -1 : 1;
    const isCox = seat === 8;
    if (!isCox) {
      s.fill(
        shape([
          [x - 16, 480],
          [x + 20, 478],
          [x + 24, 522],
          [x - 16, 520],
        ]),
        { rust: 1 },
      );
      s.line(polyline([lean(x + 6, 500 - 20), lean(x + 34, 500 + side * 56)]), 11, { ochre: 0.32 });
      s.line(polyline([lean(x + 6, 500 + 20), lean(x + 30, 500 + side * 34)]), 11, { ochre: 0.32 });
    } else
      s.fill(
        shape([
          [x - 8, 484],
          [x + 24, 484],
          [x + 24, 516],
          [x - 8, 516],
        ]),
        { river: 0.1 },
      );
    const [hx, hy] = lean(x + 2, 500);
    s.fill(ellipse(hx, hy, 20), { night: 1 });
    const [tx, ty] = lean(x - 18, 500);
    s.fill(ellipse(tx, ty, 12, 9), { night: 1 });
  }
}
