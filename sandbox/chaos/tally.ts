/** Something that must not be: the check that found it, and the exact row. */
export interface Finding {
  readonly check: string;
  readonly row: string;
}

/** Counts by name, and what was found wrong while readers were at it. */
export interface Tally {
  count(name: string, by?: number): void;
  of(name: string): number;
  /** Every count whose name begins so, the rest of the name as its key. */
  under(prefix: string): [name: string, count: number][];
  found(check: string, row: string): void;
  readonly findings: readonly Finding[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const findings: Finding[] = [];
  return {
    findings,
    count: (name, by = 1) => void counts.set(name, (counts.get(name) ?? 0) + by),
    of: (name) => counts.get(name) ?? 0,
    under: (prefix) =>
      [...counts]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, count]): [string, number] => [name.slice(prefix.length), count])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    found: (check, row) => void findings.push({ check, row }),
  };
}
