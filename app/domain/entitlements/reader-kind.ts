/** Kinds of readers whose page can be looked at; any other word is the slug of a tier. */
export const plainReaderKinds = ['nobody', 'reader', 'donor', 'staff'] as const;
/**
 * nobody: without a session. reader: signed in, never gave. donor: gave what a donor pass costs.
 */
export type PlainReaderKind = (typeof plainReaderKinds)[number];

/** A patron of a tier is named by the tier's slug. */
export type ReaderKind = PlainReaderKind | (string & {});

export function isPlainReaderKind(kind: string): kind is PlainReaderKind {
  return (plainReaderKinds as readonly string[]).includes(kind);
}
