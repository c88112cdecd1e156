import type { Rollup } from './rollup.ts';

/** The statement whose rows are: a key, and what the rollup lacks there of a recount (or has too much, negative). */
export function differencesOf({ table, recount, keys, sums }: Rollup): string {
  const names = keys.join(', ');
  return `
    select ${names}, ${sums.map((name) => `sum(${name}) as ${name}`).join(', ')}
    from (
      select ${names}, ${sums.join(', ')} from ${recount}
      union all
      select ${names}, ${sums.map((name) => `-${name}`).join(', ')} from ${table}
    ) as both_counts
    group by ${names}
    having ${sums.map((name) => `sum(${name}) <> 0`).join(' or ')}`;
}
