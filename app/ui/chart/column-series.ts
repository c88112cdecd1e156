export interface ColumnSeries {
  readonly label: string;
  readonly values: readonly number[];
  /** `accent` is for the series that matters. */
  readonly tone: 'accent' | 'ink';
}

/** A mark across each column. */
export interface ColumnMark {
  readonly label: string;
  readonly values: readonly number[];
}

/** Zero where there is none. */
export function valueAt(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
