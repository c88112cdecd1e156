import { polyline } from '../drawing.ts';
import type { Sheet, Tones } from '../drawing.ts';

/** SVG attributes and the tone of the lettering on charts and maps. */
export const BOLD = 'font-weight="bold"';
export const END = 'text-anchor="end"';
export const MIDDLE = 'text-anchor="middle"';
export const NIGHT: Tones = { night: 1 };

export function title(s: Sheet, words: string, small: string): void {
  s.text(words, 80, 104, 54, NIGHT, BOLD);
  s.text(small, 80, 152, 34, { night: 0.98 });
}

export function zeroLine(s: Sheet, x: number, y: number, w: number): void {
  s.line(
    polyline([
      [x, y],
      [x + w, y],
    ]),
    4,
    NIGHT,
  );
}
