/** A count in the range and in what it is compared with; `before` is 0 when that is nothing. */
export interface Count {
  readonly now: number;
  readonly before: number;
}
