import { ellipse, polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';

export function library(s: Sheet): void {
  s.fill(s.box(-20, -20, 1540, 1040, 0), { river: 0.9, night: 0.55 });
  const shelf = (x: number, y: number, w: number): void => {
    let at = x + 6;
    while (at < x + w - 20) {
      const bw = s.between(16, 46);
      const bh = s.between(104, 158);
      const roll = s.random();
      const tones =
        roll < 0.3
          ? { rust: 1 }
          : roll < 0.52
            ? { ochre: 1 }
            : roll < 0.75
              ? { night: 1 }
              : roll < 0.88
                ? { river: 0.3 }
                : { ochre: 0.12 };
      const lean = s.random() < 0.1 ? 22 : 0;
      s.fill(
        s.cut(
          [
            [at + lean, y - bh],
            [at + lean + bw, y - bh + lean * 0.2],
            [at + bw, y],
            [at, y],
          ],
          1.2,
        ),
        tones,
      );
      if (s.random() < 0.6)
        s.fill(
          s.box(at + lean * 0.8 + 3, y - bh + 20, bw - 6, 7, 1),
          roll < 0.75 ? { ochre: 0.1 } : { night: 0.9 },
        );
      at += bw + 2 + lean;
    }
    s.fill(s.box(x - 4, y, w + 8, 17), { night: 1, rust: 0.4 });
  };
  for (let row = 0; row < 5; row += 1) {
    shelf(-20, 168 + row * 192, 470);
    shelf(1060, 168 + row * 192, 470);
  }
  s.fill(s.box(446, -20, 20, 1040), { night: 1 });
  s.fill(s.box(1042, -20, 20, 1040), { night: 1 });
  // The window, taped crosswise, and the lamp that stands in it.
  s.fill(s.box(520, 60, 470, 560), { ochre: 0.06 });
  s.fill(s.box(546, 86, 418, 508), { ochre: [0.2, 0.95], rust: [0, 0.45] });
  s.fill(
    s.cut(
      [
        [546, 470],
        [620, 430],
        [660, 470],
        [740, 400],
        [800, 400],
        [820, 460],
        [900, 440],
        [964, 480],
        [964, 594],
        [546, 594],
      ],
      2,
    ),
    { river: 0.8, night: 0.4 },
  );
  s.fill(ellipse(860, 330, 48), { rust: 1 });
  for (const [a, b, c, d] of [
    [546, 86, 964, 594],
    [964, 86, 546, 594],
    [546, 340, 964, 340],
    [755, 86, 755, 594],
  ] as const)
    s.line(
      polyline([
        [a, b],
        [c, d],
      ]),
      13,
      { ochre: 0.05 },
    );
  s.fill(s.box(490, 618, 530, 26), { ochre: 0.05 });
  s.fill(s.box(466, 790, 576, 240), { rust: 0.8, night: 0.55 });
  s.fill(s.box(450, 770, 612, 34), { ochre: 1, rust: 0.35 });
  s.fill(
    s.cut(
      [
        [640, 560],
        [770, 560],
        [820, 650],
        [590, 650],
      ],
      2,
    ),
    { rust: 1 },
  );
  s.line(
    polyline([
      [705, 650],
      [705, 750],
    ]),
    12,
    { night: 1 },
  );
  s.fill(ellipse(705, 760, 60, 14), { night: 1 });
  s.fill(
    s.cut(
      [
        [600, 652],
        [812, 652],
        [880, 768],
        [530, 768],
      ],
      2,
    ),
    { ochre: 0.35 },
  );
  s.line(
    polyline([
      [705, 650],
      [705, 750],
    ]),
    12,
    { night: 1 },
  );
  // The librarian, reading.
  s.fill(
    s.cut(
      [
        [830, 772],
        [838, 640],
        [880, 596],
        [940, 600],
        [984, 650],
        [992, 772],
      ],
      2,
    ),
    { night: 1 },
  );
  s.fill(ellipse(898, 548, 44, 50), { ochre: 0.35, rust: 0.2 });
  s.fill(
    s.cut(
      [
        [850, 560],
        [848, 510],
        [880, 484],
        [930, 490],
        [952, 530],
        [946, 580],
        [926, 560],
        [920, 528],
      ],
      2,
    ),
    { night: 0.95, rust: 0.5 },
  );
  s.fill(ellipse(936, 498, 28), { night: 0.95, rust: 0.5 });
  s.fill(
    s.cut(
      [
        [790, 700],
        [840, 722],
        [890, 700],
        [890, 762],
        [840, 778],
        [790, 762],
      ],
      1,
    ),
    { ochre: 0.02 },
  );
  s.line(
    polyline([
      [840, 722],
      [840, 776],
    ]),
    3,
    { night: 1 },
  );
  s.fill(
    s.cut(
      [
        [500, 770],
        [496, 738],
        [610, 736],
        [612, 770],
      ],
      1,
    ),
    { river: 0.9 },
  );
  s.fill(
    s.cut(
      [
        [508, 738],
        [510, 712],
        [604, 714],
        [600, 738],
      ],
      1,
    ),
    { rust: 1 },
  );
}
