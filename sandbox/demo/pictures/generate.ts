/**
 * Prints every picture of the demo newsroom into this folder and writes `pictures.yaml`. The
 * results are committed; run it by hand (`npx tsx sandbox/demo/pictures/generate.ts [id …]`) after
 * changing a scene. Lettering needs the fonts Liberation Sans Narrow or DejaVu Sans Condensed.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { ALTS } from './alts.ts';
import { Sheet } from './drawing.ts';
import { printSheet } from './press.ts';
import { SCENES } from './scenes.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The most that one file may weigh, in bytes, by width: all pictures together stay under 5 MB. */
const MAX_BYTES: Record<number, number> = { 480: 20_000, 960: 50_000, 1600: 88_000 };
const QUALITIES = [64, 54, 46, 38, 31, 25, 20, 15, 10];

async function encode(rgb: Buffer, width: number, height: number): Promise<Buffer> {
  let file = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    file = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .webp({ quality, effort: 5, smartSubsample: true })
      .toBuffer();
    if (file.length <= (MAX_BYTES[width] ?? 0)) break;
  }
  return file;
}

async function dominantColour(rgb: Buffer, width: number, height: number): Promise<string> {
  const { dominant } = await sharp(rgb, { raw: { width, height, channels: 3 } }).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((part) =>
    part.toString(16).padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

const wanted = new Set(process.argv.slice(2));
const entries: unknown[] = [];
for (const scene of SCENES) {
  const sheet = new Sheet(scene.id, scene.width, scene.height, scene.inks);
  scene.draw(sheet);
  let colour = '';
  let tallest = 0;
  for (const width of [480, 960, 1600]) {
    if (width > 480 && wanted.size > 0 && !wanted.has(scene.id)) {
      tallest = Math.round((width * scene.height) / scene.width);
      continue;
    }
    const { rgb, height } = await printSheet(sheet, width);
    if (width === 480) colour = await dominantColour(rgb, width, height);
    tallest = height;
    await writeFile(`${FOLDER}${scene.id}-${width}.webp`, await encode(rgb, width, height));
  }
  const alt = ALTS[scene.id];
  if (!alt) throw new Error(`alts.ts has no text for the picture "${scene.id}"`);
  entries.push({
    id: scene.id,
    width: 1600,
    height: tallest,
    alt,
    credit: { en: 'Print: The Cherlen Gauge studio', uk: 'Друк: майстерня «Водоміра»' },
    colour,
  });
  process.stdout.write(`${scene.id}\n`);
}
await writeFile(`${FOLDER}pictures.yaml`, stringify(entries, { lineWidth: 0, singleQuote: true }));
