import type { Locale } from '../../kernel/locale.ts';

/** A picture as a page shows it. Its size is known beforehand, so that nothing shifts. */
export interface PictureView {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly alt: string;
  readonly credit: string;
}

interface StoredPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  readonly alt: Record<Locale, string>;
  readonly credit: Record<Locale, string>;
}

export function pictureView(picture: StoredPicture, language: Locale): PictureView {
  const { id, width, height, widths, alt, credit } = picture;
  return { id, width, height, widths, alt: alt[language], credit: credit[language] };
}

/** Where a picture's file of one width is served. */
export function picturePath(id: string, width: number): string {
  return `/media/${encodeURIComponent(id)}-${width}.webp`;
}

/** The file nearest to `wanted` pixels that is no smaller, or else the largest. */
export function pictureNear(picture: Pick<PictureView, 'id' | 'widths'>, wanted: number): string {
  const sorted = [...picture.widths].sort((a, b) => a - b);
  const width = sorted.find((each) => each >= wanted) ?? sorted.at(-1) ?? wanted;
  return picturePath(picture.id, width);
}
