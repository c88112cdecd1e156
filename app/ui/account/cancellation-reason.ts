/** Why somebody leaves: kept as a code that can be counted, with their own words after it. */
export const cancellationReasons = [
  'too_expensive',
  'break',
  'reading_less',
  'coverage',
  'technical',
  'elsewhere',
  'other',
] as const;
export type CancellationReason = (typeof cancellationReasons)[number];

export const noteMaxLength = 500;

/** "coverage", "coverage: too much sport", "other: too much sport" or null when nothing was said. */
export function cancellationReason(reason: CancellationReason | null, note: string): string | null {
  const words = note.trim();
  if (words === '') return reason;
  return `${reason ?? 'other'}: ${words}`;
}
