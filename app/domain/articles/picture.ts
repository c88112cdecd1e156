import type { Locale } from '../../kernel/locale.ts';

/** A picture as a page shows it. Its size is known beforehand, so that nothing shifts. */
export interface PictureView {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly alt: string;
  readonly credit: string;
  /** Said under it where an article says nothing of its own. */
  readonly caption: string | null;
  /** Its files are there as AVIF too, which is a third lighter. */
  readonly hasAvif: boolean;
}

interface StoredPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly alt: Record<Locale, string>;
  readonly credit: Record<Locale, string>;
  readonly caption: Record<Locale, string>;
  readonly hasAvif: boolean;
}

/** What stands with a picture may be written in one language only: it serves the other as well. */
export function pictureView(picture: StoredPicture, language: Locale): PictureView {
  const { id, width, height, widths, hasAvif } = picture;
  const say = (words: Record<Locale, string>) => words[language] || words.en || words.uk;
  return {
    ...{ id, width, height, widths, hasAvif },
    ...{
      alt: say(picture.alt),
      credit: say(picture.credit),
      caption: say(picture.caption) || null,
    },
  };
}

/** Where a picture's file of one width is served. */
export function picturePath(id: string, width: number, format: 'webp' | 'avif' = 'webp'): string {
  return `/media/${encodeURIComponent(id)}-${width}.${format}`;
}

/** The file nearest to `wanted` pixels that is no smaller, or else the largest. */
export function pictureNear(picture: Pick<PictureView, 'id' | 'widths'>, wanted: number): string {
  const sorted = [...picture.widths].sort((a, b) => a - b);
  const width = sorted.find((each) => each >= wanted) ?? sorted.at(-1) ?? wanted;
  return picturePath(picture.id, width);
}
