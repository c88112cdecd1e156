import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createImages } from './read-image.server.ts';

const images = createImages();

function picture(width = 1200, height = 800) {
  return sharp({ create: { width, height, channels: 3, background: '#b04020' } });
}

async function reasonOf(content: Buffer): Promise<string> {
  const read = await images.read(content);
  return read.ok ? 'taken' : read.reason;
}

describe('a picture that is sent', () => {
  it('becomes WebP and AVIF in the widths that pages ask for, and never larger than it was', async () => {
    const read = await images.read(await picture().jpeg().toBuffer());
    if (!read.ok) throw new Error(read.reason);
    const { id, width, height, widths, files, colour } = read.value;
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect({ width, height, widths }).toEqual({
      width: 1200,
      height: 800,
      widths: [480, 960, 1200],
    });
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(files.map(({ name }) => name).sort()).toEqual(
      widths.flatMap((each) => [`${id}-${each}.avif`, `${id}-${each}.webp`]).sort(),
    );
    for (const { name, content } of files) {
      const facts = await sharp(content).metadata();
      expect(facts.format).toBe(name.endsWith('.avif') ? 'heif' : 'webp');
      expect(name).toContain(`-${facts.width}.`);
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('may be %s', async (format) => {
    const content = await picture(200, 170).toFormat(format).toBuffer();
    expect(await reasonOf(content)).toBe('taken');
  });

  it('may be grey, transparent, of sixteen bits, or of inks', async () => {
    const grey = await picture(300, 200).greyscale().png().toBuffer();
    const clear = await picture(300, 200).ensureAlpha(0.5).png().toBuffer();
    const deep = await picture(300, 200).toColourspace('rgb16').png().toBuffer();
    const inks = await picture(300, 200).toColourspace('cmyk').jpeg().toBuffer();
    for (const content of [grey, clear, deep, inks]) expect(await reasonOf(content)).toBe('taken');
    const read = await images.read(clear);
    if (!read.ok) throw new Error(read.reason);
    for (const { content } of read.value.files) {
      expect((await sharp(content).metadata()).hasAlpha).toBe(true);
    }
  });

  it('stands upright, and says nothing of where and by whom it was taken', async () => {
    const content = await picture(400, 300)
      .withExif({
        IFD0: { Copyright: 'Secret Witness', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 28/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(content.includes('Secret Witness')).toBe(true);
    const read = await images.read(content);
    if (!read.ok) throw new Error(read.reason);
    expect(read.value).toMatchObject({ width: 300, height: 400 });
    for (const file of read.value.files) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(file.content).metadata();
      expect({ exif, xmp, iptc, icc, orientation: orientation ?? 1 }).toEqual({ orientation: 1 });
      expect(file.content.includes('Secret Witness')).toBe(false);
    }
  });

  it('leaves behind whatever was hidden in it or after it', async () => {
    const hidden = '<script>alert("polyglot")</script>PK\x03\x04';
    const jpeg = await picture(400, 300).jpeg().toBuffer();
    const content = Buffer.concat([jpeg, Buffer.from(hidden)]);
    const read = await images.read(content);
    if (!read.ok) throw new Error(read.reason);
    for (const file of read.value.files) expect(file.content.includes('polyglot')).toBe(false);
  });

  it('has the same id however often it is sent, and another when a byte differs', async () => {
    const content = await picture(400, 300).png().toBuffer();
    const other = await picture(401, 300).png().toBuffer();
    expect(images.idOf(content)).toBe(images.idOf(Buffer.from(content)));
    expect(images.idOf(content)).not.toBe(images.idOf(other));
  });
});

describe('a file that is no picture of ours', () => {
  it('is told apart by its bytes, whatever it calls itself', async () => {
    expect(await reasonOf(Buffer.alloc(0))).toBe('not_an_image');
    expect(await reasonOf(randomBytes(5000))).toBe('not_an_image');
    expect(await reasonOf(Buffer.from('<html><script>1</script></html>'))).toBe('not_an_image');
    expect(await reasonOf(Buffer.from('<svg xmlns="x"><script>1</script></svg>'))).toBe('vector');
    const svg = Buffer.from('<?xml version="1.0"?><!-- x --><svg width="1000" height="1000"/>');
    expect(await reasonOf(svg)).toBe('vector');
    const heic = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      Buffer.alloc(99),
    ]);
    expect(await reasonOf(heic)).toBe('heic');
  });

  it('does not pass under the first bytes of another kind', async () => {
    const tiff = await picture(300, 200).tiff().toBuffer();
    expect(await reasonOf(tiff)).toBe('not_an_image');
    const png = await picture(300, 200).png().toBuffer();
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), png]);
    expect(await reasonOf(disguised)).toBe('broken');
  });

  it('is refused when it was cut off or has been damaged', async () => {
    const noise = sharp(randomBytes(240 * 180 * 3), {
      raw: { width: 240, height: 180, channels: 3 },
    });
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      const whole = await noise.clone().toFormat(format).toBuffer();
      expect(await reasonOf(whole.subarray(0, Math.floor(whole.length / 2)))).toBe('broken');
    }
  });

  it('is refused before it is unpacked when it would fill the memory', async () => {
    // 40,000 x 40,000 pixels, in a few kilobytes of zeros.
    expect(await reasonOf(bomb(40_000, 40_000))).toBe('too_many_pixels');
    expect(await reasonOf(bomb(2_000_000_000, 2_000_000_000))).not.toBe('taken');
  });

  it('is refused when it is too small or too long to be looked at', async () => {
    expect(await reasonOf(await picture(100, 100).png().toBuffer())).toBe('too_small');
    expect(await reasonOf(await picture(1400, 200).png().toBuffer())).toBe('too_long');
  });
});

it('only so many wait at once', async () => {
  const busy = createImages();
  const content = await picture(200, 200).png().toBuffer();
  const read = await Promise.all(Array.from({ length: 12 }, () => busy.read(content)));
  expect(read.filter((each) => !each.ok && each.reason === 'busy')).toHaveLength(3);
  expect((await busy.read(content)).ok).toBe(true);
});

/** A PNG that claims to be large. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
