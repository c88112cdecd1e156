import { polyline } from '../drawing.ts';
import type { Sheet } from '../drawing.ts';
import { BOLD, END, MIDDLE, NIGHT, title, zeroLine } from './lettering.ts';

/** Tonnes declared to customs against tonnes by draught survey, berth 4. */
export function chartTonnage(s: Sheet): void {
  title(
    s,
    'The ships sat deeper than the papers said',
    'Berth 4, eight voyages: thousand tonnes declared, and by draught survey',
  );
  const voyages = [
    ['12 Mar', 24.1, 27.9],
    ['2 Apr', 18.4, 18.6],
    ['19 Apr', 25, 29.2],
    ['7 May', 22.7, 26.8],
    ['28 May', 19.9, 20.1],
    ['11 Jun', 26.3, 31],
    ['30 Jun', 21.2, 25.4],
    ['16 Jul', 24.8, 29.1],
  ] as const;
  const [left, base, scale] = [150, 870, 20.5];
  for (const mark of [10, 20, 30]) {
    s.line(
      polyline([
        [left - 20, base - mark * scale],
        [1440, base - mark * scale],
      ]),
      1.6,
      { night: 0.45 },
    );
    s.text(String(mark), left - 36, base - mark * scale + 12, 32, NIGHT, END);
  }
  voyages.forEach(([day, declared, loaded], i) => {
    const x = left + 20 + i * 162;
    s.fill(s.box(x, base - loaded * scale, 116, (loaded - declared) * scale), { rust: 1 });
    s.fill(s.box(x, base - declared * scale, 116, declared * scale), { river: 0.9, night: 0.25 });
    for (let d = 1; d < 4; d += 1)
      s.overLine(
        polyline([
          [x + 8, base - (declared * scale * d) / 4],
          [x + 108, base - (declared * scale * d) / 4 - 8],
        ]),
        3,
        { night: 0.9 },
      );
    s.text(day, x + 58, base + 46, 33, NIGHT, MIDDLE);
    if (loaded - declared > 1)
      s.text(
        `+${Math.round((loaded - declared) * 10) / 10}`,
        x + 58,
        base - loaded * scale - 16,
        38,
        { rust: 1 },
        `${BOLD} ${MIDDLE}`,
      );
  });
  zeroLine(s, left - 20, base, 1330);
  s.text(
    'Customs declarations; draught surveys of the receiving port; The Cherlen Gauge',
    80,
    972,
    28,
    { night: 0.98 },
  );
}
