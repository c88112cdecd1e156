import { curve, ellipse, polyline } from '../drawing.ts';
import type { Point, Sheet } from '../drawing.ts';
import { BOLD, END, MIDDLE, NIGHT } from './lettering.ts';

/** The lower river, where the water turned green. */
export function mapBloom(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.42 });
  for (let i = 0; i < 120; i += 1)
    s.overLine(
      polyline([
        [i * 26 - 900, 1020],
        [i * 26 - 500, -20],
      ]),
      2,
      { rust: 0.22 },
    );
  const river: Point[] = [
    [1180, -40],
    [1060, 120],
    [1120, 260],
    [930, 380],
    [780, 420],
    [720, 560],
    [560, 640],
    [470, 760],
  ];
  s.line(curve(river), 66, { river: 1 });
  s.fill(
    `M430 720C540 700 610 760 640 860C700 900 760 960 740 1040H-20V900C120 900 160 820 260 800C340 780 370 740 430 720Z`,
    { river: 1 },
  );
  s.overLine(curve(river.slice(5)), 56, { ochre: 0.95 });
  s.over('M400 770C470 720 560 730 610 790C650 850 640 900 560 900C460 900 370 850 400 770Z', {
    ochre: 0.95,
  });
  s.line(
    curve([
      [1540, 420],
      [1280, 460],
      [1090, 380],
      [930, 380],
    ]),
    20,
    { river: 0.6 },
  );
  s.line(
    curve([
      [120, 300],
      [330, 420],
      [540, 500],
      [700, 540],
    ]),
    18,
    { river: 0.6 },
  );
  for (let i = 0; i < 6; i += 1)
    s.overLine(
      curve([
        [0, 930 + i * 16],
        [200, 900 + i * 22],
        [420, 930 + i * 16],
        [700, 960 + i * 12],
      ]),
      3,
      { night: 0.6 },
    );
  const town = (words: string, x: number, y: number, dx: number, size = 40): void => {
    s.fill(s.box(x - 13, y - 13, 26, 26), { night: 1 });
    s.text(words, x + dx, y + 14, size, NIGHT, `${BOLD}${dx < 0 ? ` ${END}` : ''}`);
  };
  town('КОРАБЛІВ', 792, 476, 40, 54);
  town('Рогозин', 1136, 300, 36);
  town('Очерети', 640, 700, 32);
  town('Кривий Мис', 330, 750, -30);
  town('Білі Кургани', 1180, 640, 34);
  s.text('р. Черлень', 752, 600, 40, NIGHT, 'font-style="italic"');
  s.text('р. Терновка', 1240, 500, 32, NIGHT, 'font-style="italic"');
  s.text('Л И М А Н', 150, 985, 50, { ochre: 0.03 }, BOLD);
  [
    [1070, 130, '0,3'],
    [884, 398, '1,1'],
    [716, 550, '4,8'],
    [566, 650, '9,2'],
    [480, 800, '6,4'],
  ].forEach(([x, y, v], i) => {
    const [px, py] = [Number(x), Number(y)];
    s.fill(ellipse(px, py, 36), { rust: 1 });
    s.text(String(v), px, py + 12, 34, { ochre: 0.03 }, `${BOLD} ${MIDDLE}`);
    if (i === 0)
      s.line(
        polyline([
          [px - 40, py - 10],
          [840, 120],
        ]),
        3,
        NIGHT,
      );
  });
  s.text('млн клітин у літрі', 560, 120, 38, NIGHT, BOLD);
  s.line(
    polyline([
      [996, 286],
      [1056, 392],
    ]),
    16,
    { night: 1 },
  );
  s.text('гребля', 978, 296, 36, { rust: 1 }, `${BOLD} ${END}`);
  s.fill(s.box(1060, 800, 390, 130), { ochre: 0.03 });
  s.over(s.box(1082, 826, 46, 34), { river: 1, ochre: 0.95 });
  s.text('цвітіння, серпень', 1146, 856, 36, NIGHT);
  s.line(
    polyline([
      [1082, 900],
      [1282, 900],
    ]),
    6,
    NIGHT,
  );
  s.text('20 км', 1300, 910, 32, NIGHT, BOLD);
}
