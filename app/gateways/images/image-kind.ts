export type ImageKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/** What a file is by its first bytes, whatever its name or sender says; null when it is no picture. */
export function imageKind(content: Buffer): ImageKind | 'vector' | 'heic' | null {
  const ascii = (from: number, to: number) => content.toString('latin1', from, to);
  if (content.length < 12) return null;
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp') return heifKind(content);
  if (/<svg[\s>]/i.test(ascii(0, 4096))) return 'vector';
  return null;
}

/** AVIF and HEIC are boxes of one kind; the brands in the first say which (ISO/IEC 14496-12, 4.3). */
function heifKind(content: Buffer): 'avif' | 'heic' | null {
  const size = Math.min(content.readUInt32BE(0), 256, content.length);
  const brands = content.toString('latin1', 8, Math.max(size, 12)).match(/.{4}/gs) ?? [];
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.some((brand) => /^(he[ivx]|mif1|msf1)/.test(brand)) ? 'heic' : null;
}
