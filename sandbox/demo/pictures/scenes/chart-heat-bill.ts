import type { Sheet, Tones } from '../drawing.ts';
import { BOLD, END, NIGHT, title } from './lettering.ts';

/** Where a hundred hryvnias of a heating bill go. */
export function chartHeatBill(s: Sheet): void {
  title(
    s,
    'A hundred hryvnias of heat, opened up',
    'Cost structure of the city heating utility’s tariff, this season',
  );
  const parts: readonly (readonly [string, number, Tones])[] = [
    ['Gas', 54, { rust: 1 }],
    ['Heat lost between boiler and house', 17, { night: 1 }],
    ['Wages of 611 people', 12, { river: 1 }],
    ['Pipes and repairs', 9, { ochre: 1 }],
    ['Electricity for pumps', 5, { river: 0.45, night: 0.3 }],
    ['All the rest', 3, { ochre: 0.35 }],
  ];
  // One square is one hryvnia.
  let cell = 0;
  for (const [, share, tones] of parts) {
    for (let i = 0; i < share; i += 1) {
      const [col, row] = [cell % 10, Math.floor(cell / 10)];
      s.fill(s.box(90 + col * 70, 208 + row * 70, 60, 60, 2), tones);
      cell += 1;
    }
  }
  let y = 260;
  for (const [name, share, tones] of parts) {
    s.fill(s.box(850, y - 42, 52, 52, 2), tones);
    s.text(String(share), 1000, y, 54, NIGHT, `${BOLD} ${END}`);
    s.text(name, 1024, y, 34, NIGHT);
    y += 112;
  }
  s.text('Tariff file of the utility; The Cherlen Gauge', 80, 972, 28, { night: 0.98 });
}
