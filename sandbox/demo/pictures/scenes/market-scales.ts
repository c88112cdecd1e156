import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function market(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { ochre: 0.42 });
  s.fill(s.box(-20, 560, 1540, 480), { river: 0.75, night: 0.35 });
  const awning = (x: number, w: number, y: number, tones: Parameters<Sheet['fill']>[1]): void => {
    const n = 7;
    for (let i = 0; i < n; i += 1) {
      const [a, b] = [x + (w * i) / n, x + (w * (i + 1)) / n];
      const [ta, tb] = [x + w * 0.08 + (w * 0.84 * i) / n, x + w * 0.08 + (w * 0.84 * (i + 1)) / n];
      s.fill(
        `M${ta} ${y}L${tb} ${y}L${b} ${y + 150}Q${(a + b) / 2} ${y + 196} ${a} ${y + 150}Z`,
        i % 2 ? { ochre: 0.03 } : tones,
      );
    }
  };
  s.fill(s.box(20, 200, 440, 500), { night: 0.9, river: 0.4 });
  s.fill(s.box(1070, 230, 420, 480), { night: 0.9, river: 0.4 });
  awning(-20, 500, 120, { rust: 1 });
  awning(1030, 500, 150, { river: 1 });
  s.fill(s.box(-20, 640, 520, 260), { rust: 0.7, ochre: 0.7, night: 0.2 });
  s.fill(s.box(1010, 660, 520, 260), { rust: 0.7, ochre: 0.7, night: 0.2 });
  for (let i = 0; i < 34; i += 1) {
    s.fill(
      ellipse(20 + (i % 11) * 43, 640 - Math.floor(i / 11) * 32, 26),
      i % 11 < 5 ? { rust: 1 } : { ochre: 1 },
    );
    s.fill(
      ellipse(1050 + (i % 11) * 43, 660 - Math.floor(i / 11) * 32, 26, i % 11 < 6 ? 26 : 18),
      i % 11 < 6 ? { river: 0.9 } : { night: 1, rust: 0.6 },
    );
  }
  const seller = (
    x: number,
    y: number,
    coat: Parameters<Sheet['fill']>[1],
    scarf: Parameters<Sheet['fill']>[1],
  ): void => {
    s.fill(
      s.cut(
        [
          [x - 92, y],
          [x - 74, y - 130],
          [x - 30, y - 164],
          [x + 30, y - 164],
          [x + 74, y - 130],
          [x + 92, y],
        ],
        2,
      ),
      coat,
    );
    s.fill(ellipse(x, y - 214, 50, 56), scarf);
    s.fill(ellipse(x, y - 206, 33, 38), { ochre: 0.35, rust: 0.25 });
  };
  seller(230, 560, { river: 0.25 }, { rust: 1 });
  seller(1280, 580, { ochre: 0.9 }, { ochre: 0.03 });
  // The scales, larger than life, in the middle of everything.
  s.over(
    s.cut(
      [
        [560, 920],
        [980, 920],
        [1060, 980],
        [500, 980],
      ],
      3,
    ),
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [600, 930],
        [640, 840],
        [890, 840],
        [930, 930],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(s.box(748, 330, 34, 520), { night: 1 });
  s.fill(ellipse(765, 560, 128), { night: 1 });
  s.fill(ellipse(765, 560, 106), { ochre: 0.03 });
  for (let i = 0; i < 24; i += 1) {
    const a = (i / 24) * Math.PI * 2;
    const r = i % 6 === 0 ? 74 : 86;
    s.line(
      polyline([
        [765 + Math.cos(a) * r, 560 + Math.sin(a) * r],
        [765 + Math.cos(a) * 98, 560 + Math.sin(a) * 98],
      ]),
      5,
      { night: 1 },
    );
  }
  s.line(
    polyline([
      [765, 560],
      [826, 498],
    ]),
    10,
    { rust: 1 },
  );
  s.fill(ellipse(765, 560, 13), { rust: 1 });
  s.line(
    polyline([
      [470, 390],
      [1060, 280],
    ]),
    24,
    { night: 1 },
  );
  s.fill(ellipse(765, 334, 34), { rust: 1 });
  for (const [x, y] of [
    [480, 388],
    [1050, 282],
  ] as const) {
    for (const dx of [-112, 112])
      s.line(
        polyline([
          [x, y],
          [x + dx, y + 190],
        ]),
        5,
        { night: 1 },
      );
    s.fill(
      `M${x - 130} ${y + 190}H${x + 130}C${x + 110} ${y + 250} ${x - 110} ${y + 250} ${x - 130} ${y + 190}Z`,
      { rust: 1 },
    );
  }
  s.fill(`M380 578C360 520 420 480 470 500C520 470 590 500 574 578Z`, { ochre: 0.9, rust: 0.35 });
  for (const [x, h] of [
    [990, 60],
    [1046, 86],
    [1102, 48],
  ] as const)
    s.fill(
      s.cut(
        [
          [x - 22, 472],
          [x - 20, 472 - h],
          [x - 8, 462 - h],
          [x + 8, 462 - h],
          [x + 20, 472 - h],
          [x + 22, 472],
        ],
        1,
      ),
      { night: 1, ochre: 0.6 },
    );
}
