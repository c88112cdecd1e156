import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { ImageFault, Images, MediaFile, ReadyImage } from '../../domain/ports/images.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { imageKind } from './image-kind.ts';

/** The widths that pages ask for. A smaller picture has its own width in place of the larger ones. */
const wantedWidths = [480, 960, 1600] as const;
/** More than any camera of a newsroom takes; a few kilobytes can claim thousands of times as many. */
const maxPixels = 60_000_000;
const minSide = 160;
/** Longer strips would be unreadable at any width, and higher than the formats can hold. */
const maxRatio = 6;
const webp = { quality: 78, effort: 4 } as const;
const avif = { quality: 52, effort: 3 } as const;
/** Each takes the memory of a whole picture: the next ones wait, and too many are sent away. */
const atOnce = 1;
const mayWait = 8;

sharp.cache(false);

/** Everything is decoded and encoded anew: metadata, places and whatever hides behind the picture stay out. */
export function createImages(): Images {
  const enter = createQueue();
  return {
    idOf,
    async read(content) {
      const kind = imageKind(content);
      if (kind === null) return fail('not_an_image');
      if (kind === 'vector' || kind === 'heic') return fail(kind);
      return (await enter(() => read(content, kind))) ?? fail('busy');
    },
  };
}

/** 96 bits: nobody makes two pictures of one name, by chance or by trying. */
function idOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

async function read(content: Buffer, kind: string): Promise<Result<ReadyImage, ImageFault>> {
  const source = () =>
    sharp(content, { limitInputPixels: maxPixels, failOn: 'error', animated: false });
  try {
    const { format, width, height, autoOrient } = await source().metadata();
    if (format !== (kind === 'avif' ? 'heif' : kind)) return fail('not_an_image');
    if (width * height > maxPixels) return fail('too_many_pixels');
    if (Math.min(width, height) < minSide) return fail('too_small');
    if (Math.max(width, height) > Math.min(width, height) * maxRatio) return fail('too_long');
    const id = idOf(content);
    const largest = Math.min(autoOrient.width, wantedWidths[2]);
    // Decoded once, at the largest width: the smaller ones are made of that.
    const { data, info } = await source()
      .autoOrient()
      .resize({ width: largest })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const decoded = () =>
      sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const widths = [...new Set(wantedWidths.map((each) => Math.min(each, info.width)))];
    const files: MediaFile[] = [];
    for (const each of widths) {
      const sized = decoded().resize({ width: each });
      files.push({
        name: `${id}-${each}.webp`,
        content: await sized.clone().webp(webp).toBuffer(),
      });
      files.push({ name: `${id}-${each}.avif`, content: await sized.avif(avif).toBuffer() });
    }
    const { width: w, height: h } = info;
    return ok({ id, width: w, height: h, widths, colour: await colourOf(decoded()), files });
  } catch (error) {
    // The library tells its faults only in words; all of them are about these bytes.
    if (!(error instanceof Error)) throw error;
    return fail(/pixel limit/i.test(error.message) ? 'too_many_pixels' : 'broken');
  }
}

async function colourOf(image: Sharp): Promise<string> {
  const { dominant } = await image.stats();
  const part = (value: number) => value.toString(16).padStart(2, '0');
  return `#${part(dominant.r)}${part(dominant.g)}${part(dominant.b)}`;
}

/** Lets a few in at once; null when too many wait already. */
function createQueue(): <Value>(run: () => Promise<Value>) => Promise<Value | null> {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (run) => {
    if (inside >= atOnce) {
      if (waiting.length >= mayWait) return null;
      await new Promise<void>((go) => waiting.push(go));
    } else inside += 1;
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
