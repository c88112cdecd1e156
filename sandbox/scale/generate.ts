import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../app/db/migrate.ts';
import { allRollups } from '../../app/domain/rollups/all-rollups.ts';
import { startPostgres } from '../postgres/postgres.mjs';
import { withoutIndexes } from './indexes.ts';
import { openScale, scaleDir } from './open.ts';
import {
  type Scale,
  type Statement,
  ledgerRows,
  newsroomRows,
  paymentRows,
  peopleRows,
  tools,
} from './statements.ts';

/**
 * `npm run scale -- --supporters 1000000 --payments 10000000`: a newsroom as big as they come, in
 * a database of its own (SCALE_DIR, `.data-scale`), for the benches. The same arguments make the
 * same rows. What was in the folder goes.
 */
const { values } = parseArgs({
  options: {
    supporters: { type: 'string', default: '1000000' },
    payments: { type: 'string', default: '10000000' },
    articles: { type: 'string', default: '5000' },
    until: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    seed: { type: 'string', default: '1' },
    ledger: { type: 'boolean', default: false },
  },
});
const scale: Scale = {
  supporters: Number(values.supporters),
  payments: Number(values.payments),
  articles: Number(values.articles),
  until: new Date(`${values.until}T12:00:00Z`),
  seed: Number(values.seed),
};
const bigTables = [
  ...['supporters', 'stripe_customers', 'memberships', 'membership_changes'],
  ...['donations', 'payments', 'disputes', 'ledger_transactions', 'ledger_entries'],
  ...allRollups.map(({ table }) => table),
];

const startedAt = performance.now();
const say = (line: string) => {
  const seconds = String(Math.round((performance.now() - startedAt) / 1_000)).padStart(5);
  process.stdout.write(`${seconds} s  ${line}\n`);
};

async function run(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { says, sql } of statements) {
    await client.query(sql);
    say(says);
  }
}

async function fill(client: pg.Client): Promise<void> {
  await client.query(`set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set jit = off`);
  // Triggers and foreign keys would do for every row what is done for all of them afterwards.
  await client.query('set session_replication_role = replica');
  await run(client, tools(scale));
  await run(client, newsroomRows());
  await withoutIndexes(client, bigTables, say, async () => {
    await run(client, peopleRows());
    await run(client, paymentRows(scale));
    if (values.ledger) await run(client, ledgerRows);
    // The planner knows nothing of what has just come.
    await client.query('analyze');
    for (const { table, recount, keys, sums } of allRollups) {
      const columns = [...keys, ...sums].join(', ');
      await client.query(`truncate ${table}`);
      await client.query(
        `insert into ${table} (${columns}, is_folded) select ${columns}, true from ${recount}`,
      );
      say(table);
    }
  });
  // What the desk's lists know of a person is one row each: it takes the indexes to count.
  await client.query('analyze');
  for (const table of ['supporter_facts', 'supporter_given']) {
    await client.query(`truncate ${table}`);
    await client.query(
      `insert into ${table} select * from recount_${table}((select array_agg(id) from supporters))`,
    );
    say(table);
  }
  await client.query('set session_replication_role = origin');
  await client.query('drop schema scale cascade');
  await client.query('vacuum analyze');
  say('vacuumed and analysed');
}

await rm(scaleDir, { recursive: true, force: true });
const server = await openScale(startPostgres);
try {
  const url = server.url('masthead');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  // The server ends before its last connection when something fails: what failed is told, not that.
  admin.on('error', () => undefined);
  await admin.query(`alter system set max_wal_size = '16GB'`);
  await admin.query('select pg_reload_conf()');
  await migrate(url);
  await fill(admin);
  const { rows } = await admin.query<{ table: string; count: string; size: string }>(
    bigTables
      .map(
        (table) =>
          `select '${table}' as table, count(*) as count, pg_size_pretty(pg_total_relation_size('${table}')) as size from ${table}`,
      )
      .join(' union all '),
  );
  for (const row of rows) say(`${row.table}: ${row.count} rows, ${row.size}`);
  await admin.end();
  say(`in ${path.relative(process.cwd(), scaleDir)}`);
} finally {
  await server.stop();
}
