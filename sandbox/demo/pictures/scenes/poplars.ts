import type { Sheet } from '../drawing.ts';

/** Poplars in a row: narrow flames, as they stand along every river road of the south. */
export function poplars(
  sheet: Sheet,
  x: number,
  base: number,
  count: number,
  gap: number,
  tall: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const cx = x + i * gap + sheet.between(-gap * 0.2, gap * 0.2);
    const h = tall * sheet.between(0.7, 1.15);
    const w = h * sheet.between(0.09, 0.13);
    sheet.fill(
      `M${cx} ${base}C${cx - w * 1.6} ${base - h * 0.3} ${cx - w} ${base - h * 0.8} ${cx} ${base - h}C${cx + w} ${base - h * 0.75} ${cx + w * 1.5} ${base - h * 0.3} ${cx} ${base}Z`,
      { night: 0.95, river: 0.6 },
    );
  }
}
