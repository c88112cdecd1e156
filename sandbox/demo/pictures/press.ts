import sharp from 'sharp';
import { INKS, seededRandom } from './drawing.ts';
import type { Ink, Sheet } from './drawing.ts';

const PAPER = [247, 241, 229] as const;

/** Screen angle of each ink in degrees, apart from one another so that dots don't clash. */
const SCREEN_ANGLE: Record<Ink, number> = { night: 45, rust: 75, ochre: 0, river: 15 };

/** How far each plate lies off its place, in thousandths of the width. */
const SLIP: Record<Ink, readonly [number, number]> = {
  night: [0, 0],
  rust: [1.7, -1.2],
  ochre: [-1.5, 1.6],
  river: [1.1, 1.5],
};

/** A tile of smooth value noise, 0 to 1, that can be sampled at any scale. */
function noiseTile(seed: string): (x: number, y: number) => number {
  const random = seededRandom(seed);
  const side = 64;
  const values = Float32Array.from({ length: side * side }, () => random());
  const at = (x: number, y: number): number => values[(y & 63) * side + (x & 63)] ?? 0;
  return (x, y) => {
    const [ix, iy] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - ix, y - iy];
    const top = at(ix, iy) * (1 - fx) + at(ix + 1, iy) * fx;
    const bottom = at(ix, iy + 1) * (1 - fx) + at(ix + 1, iy + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  };
}

async function exposePlate(sheet: Sheet, ink: Ink, width: number, height: number): Promise<Buffer> {
  return sharp(Buffer.from(sheet.plate(ink, width, height)))
    .flatten({ background: '#fff' })
    .greyscale()
    .extractChannel(0)
    .raw()
    .toBuffer();
}

/**
 * Prints the sheet as a risograph would: each ink is screened into dots at its own angle, laid
 * a little off register, mottled where the drum is short of ink, and multiplied onto the paper.
 * Returns RGB pixels.
 */
export async function printSheet(
  sheet: Sheet,
  width: number,
): Promise<{ rgb: Buffer; height: number }> {
  const height = Math.round((width * sheet.height) / sheet.width);
  const rgb = Buffer.alloc(width * height * 3);
  const mottle = noiseTile(`${sheet.id}-mottle`);
  const grain = noiseTile(`${sheet.id}-grain`);
  const unit = width / 1600;
  const cell = Math.max(5, 11 * unit);
  const cover = new Float32Array(width * height * 3).fill(1);

  for (const ink of sheet.inks) {
    const plate = await exposePlate(sheet, ink, width, height);
    const colour = INKS[ink];
    const angle = (SCREEN_ANGLE[ink] * Math.PI) / 180;
    const [cos, sin] = [
      (Math.cos(angle) * 2 * Math.PI) / cell,
      (Math.sin(angle) * 2 * Math.PI) / cell,
    ];
    const slipX = Math.round((SLIP[ink][0] * width) / 1000);
    const slipY = Math.round((SLIP[ink][1] * width) / 1000);
    const shift = ink.length * 7.3;
    for (let y = 0; y < height; y += 1) {
      const sourceRow = Math.min(height - 1, Math.max(0, y - slipY)) * width;
      for (let x = 0; x < width; x += 1) {
        const level = plate[sourceRow + Math.min(width - 1, Math.max(0, x - slipX))] ?? 255;
        if (level === 255) continue;
        const density = 1 - level / 255;
        const drum = mottle(x / (46 * unit) + shift, y / (46 * unit) + shift);
        let ground: number;
        if (density > 0.965) {
          const speck = grain(x / (5 * unit) + shift, y / (5 * unit));
          ground = 1 - 0.1 * drum - (speck > 0.9 ? (speck - 0.9) * 5 : 0);
        } else {
          const screen = (Math.cos(x * cos + y * sin) + Math.cos(y * cos - x * sin)) / 4 + 0.5;
          const tone = density + (drum - 0.5) * 0.09 * density;
          ground = Math.min(1, Math.max(0, (tone - screen) * 2.4 + 0.5)) * 0.95;
          // Very light and very dark tones keep a share of flat ink, or the dots would drop out.
          ground = ground * 0.42 + density * 0.58;
        }
        const at = (y * width + x) * 3;
        for (let c = 0; c < 3; c += 1) {
          cover[at + c] = (cover[at + c] ?? 1) * (1 - ground * (1 - (colour[c] ?? 0) / 255));
        }
      }
    }
  }

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const fibre = (mottle(x / (17 * unit), y / (9 * unit)) - 0.5) * 5;
      for (let c = 0; c < 3; c += 1) {
        rgb[at + c] = Math.min(255, ((PAPER[c] ?? 0) + fibre) * (cover[at + c] ?? 1));
      }
    }
  }
  return { rgb, height };
}
