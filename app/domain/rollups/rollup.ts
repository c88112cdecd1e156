/**
 * A rollup: a narrow table of increments that the database's own triggers keep, and a view that
 * counts the same anew. For every key the table's sums equal the view's, in every snapshot: the
 * increments are written by the transaction that writes what they count.
 */
export interface Rollup {
  /** The table. It has the keys, the sums (none may be null) and `is_folded`. */
  readonly table: string;
  /** The view with the same keys and sums, each key once. */
  readonly recount: string;
  readonly keys: readonly string[];
  readonly sums: readonly string[];
}

/** A key at which the rollup and the recount say something else. */
export interface RollupDifference {
  readonly table: string;
  /** As JSON: {"day":"2026-11-23","kind":"charge",…}. */
  readonly key: string;
  /** Recounted less kept, for each sum. */
  readonly missing: Readonly<Record<string, string>>;
}
