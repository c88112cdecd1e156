/** The place in a list after which the next page begins: the instant (to the microsecond) and id of its last row. */
export interface Cursor {
  /** As Postgres writes it, so that no digit is lost: "2026-11-22T18:40:00.123456Z". */
  readonly at: string;
  readonly id: string;
}

const shape =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null when the address holds no cursor, or none that we made. */
export function parseCursor(value: string | null): Cursor | null {
  const match = value ? shape.exec(value) : null;
  if (!match || Number.isNaN(Date.parse(match[1] ?? ''))) return null;
  return { at: match[1] ?? '', id: match[2] ?? '' };
}

export function formatCursor(cursor: Cursor): string {
  return `${cursor.at}_${cursor.id}`;
}
