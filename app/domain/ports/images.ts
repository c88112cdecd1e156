import type { Result } from '../../kernel/result.ts';

/** A picture that was sent, made ready for readers. Nothing of what was sent is in its files. */
export interface ReadyImage {
  /** The same for the same bytes: lower-case hexadecimal. */
  readonly id: string;
  /** Of the largest file, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  /** CSS colour that most of it has. */
  readonly colour: string;
  readonly files: readonly MediaFile[];
}

export interface MediaFile {
  /** As `/media/` serves it; see `domain/articles/picture.ts`. */
  readonly name: string;
  readonly content: Buffer;
}

/** Why a picture can't be taken. `busy`: others are being read; the same may be sent again. */
export type ImageFault =
  | 'not_an_image'
  | 'vector'
  | 'heic'
  | 'broken'
  | 'too_many_pixels'
  | 'too_small'
  | 'too_long'
  | 'busy';

/** Reads pictures that strangers may have made: what they are is told by their bytes alone. */
export interface Images {
  /** Which picture these bytes would become, without reading it. */
  readonly idOf: (content: Buffer) => string;
  readonly read: (content: Buffer) => Promise<Result<ReadyImage, ImageFault>>;
}

/** The folder that pictures are served from. Several processes share it. */
export interface Media {
  /** Puts files there, each whole or not at all; those of the same names are replaced by theirs. */
  readonly keep: (files: readonly MediaFile[]) => Promise<void>;
  readonly remove: (names: readonly string[]) => Promise<void>;
  /** The names of what lies there since before an instant; unfinished ones too. In no order. */
  readonly listOlderThan: (instant: Date) => Promise<string[]>;
}
