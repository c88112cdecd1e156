/**
 * The change from one figure to another in tenths of a percent, rounded half away from zero, in
 * whole-number arithmetic: 250 means +25.0 %. Null when there is nothing to compare with: a share
 * of zero, or of a negative figure, says nothing.
 */
export function changeInTenths(before: number, after: number): number | null {
  if (before <= 0) return null;
  const difference = BigInt(after) - BigInt(before);
  const base = BigInt(before);
  const magnitude = difference < 0n ? -difference : difference;
  const tenths = Number((2n * magnitude * 1000n + base) / (2n * base));
  return difference < 0n && tenths !== 0 ? -tenths : tenths;
}
