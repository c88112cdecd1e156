/** A round step (1, 2 or 5 times a power of ten) that cuts `span` into about `wanted` parts. At least 1. */
export function roundStep(span: number, wanted: number): number {
  const rough = Math.max(span / Math.max(wanted, 1), 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

export interface Scale {
  /** The ends of the axis: round numbers around all values and zero. */
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Where a value stands, in units of the drawing; larger values stand higher. */
  readonly y: (value: number) => number;
}

/** A vertical scale from `bottom` up to `top` that holds every value and zero. */
export function scaleFor(
  values: readonly number[],
  place: { readonly top: number; readonly bottom: number; readonly ticks: number },
): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const step = roundStep(most - least, place.ticks);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const ticks = Array.from(
    { length: Math.round((high - low) / step) + 1 },
    (_, i) => low + i * step,
  );
  const height = place.bottom - place.top;
  return { low, high, ticks, y: (value) => place.bottom - ((value - low) / (high - low)) * height };
}

/**
 * Moves labels apart that would overlap, as little as possible, and keeps their order from top to
 * bottom. @param positions any order @returns the new position of each, in the order given
 */
export function spreadLabels(
  positions: readonly number[],
  gap: number,
  bounds: { readonly top: number; readonly bottom: number },
): number[] {
  const labels = positions
    .map((at, index) => ({ at: Math.max(at, bounds.top), index }))
    .sort((a, b) => a.at - b.at);
  let free = bounds.top;
  for (const label of labels) {
    label.at = Math.max(label.at, free);
    free = label.at + gap;
  }
  let limit = bounds.bottom;
  for (const label of [...labels].reverse()) {
    label.at = Math.min(label.at, limit);
    limit = label.at - gap;
  }
  return labels.sort((a, b) => a.index - b.index).map((label) => label.at);
}

/** A number for an attribute: two decimals are finer than any screen. */
export function unit(value: number): number {
  return Math.round(value * 100) / 100;
}
