/** In characters. */
export const noteMaxLength = 2_000;

export interface Note {
  readonly id: string;
  readonly words: string;
  readonly at: Date;
  /** A name or an address; null: no longer known. */
  readonly author: string | null;
}
