import type pg from 'pg';

/**
 * Fills tables while their indexes are away, primary keys and other constraints apart: to build an
 * index over ten million rows takes seconds, to keep it while they come takes an hour.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  say: (line: string) => void,
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = 'public' and i.tablename = any($1)
       and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
  say(`${rows.length} indexes`);
}
