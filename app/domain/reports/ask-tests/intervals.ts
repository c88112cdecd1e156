/** Two-sided 95 % of the normal distribution. */
const z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

/**
 * The share of `successes` among `trials`, with Wilson's score interval: honest for rare successes and
 * for none at all (Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
 * Medicine 17, 1998, method 3). Nobody at all says nothing: 0 to 1.
 */
export function share(successes: number, trials: number): Estimate {
  if (trials === 0) return { value: 0, low: 0, high: 1 };
  const value = successes / trials;
  const z2 = z * z;
  const middle = successes + z2 / 2;
  const half = z * Math.sqrt(z2 / 4 + successes * (1 - value));
  return {
    value,
    low: successes === 0 ? 0 : Math.max(0, (middle - half) / (trials + z2)),
    high: successes === trials ? 1 : Math.min(1, (middle + half) / (trials + z2)),
  };
}

/**
 * How much one share exceeds another, with the interval that is made of both scores' intervals
 * (Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17, 1998, method 10).
 */
export function shareDifference(one: Estimate, other: Estimate): Estimate {
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}

/** What a group gave: how many were asked, and of what each gave (zero for most) the sum and the sum of squares. */
export interface Given {
  readonly readers: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/**
 * How much more a reader of one group gives than one of the other, on average, with Welch's interval:
 * the groups may differ in size and in spread. Null when a group is too small to have a spread.
 */
export function meanDifference(one: Given, other: Given): Estimate | null {
  if (one.readers < 2 || other.readers < 2) return null;
  const value = one.sum / one.readers - other.sum / other.readers;
  const half = z * Math.sqrt(errorSquared(one) + errorSquared(other));
  return { value, low: value - half, high: value + half };
}

/** The variance of a group's mean. */
function errorSquared({ readers, sum, sumOfSquares }: Given): number {
  const variance = (sumOfSquares - (sum * sum) / readers) / (readers - 1);
  return Math.max(0, variance) / readers;
}
