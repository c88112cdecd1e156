import path from 'node:path';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../app/db/client.server.ts';
import { readEnv } from '../../app/platform/env.ts';
import { createLogger } from '../../app/platform/logger.ts';
import { demoContext } from './history/demo-context.ts';
import { loadDemo } from './history/load-demo.ts';

/** Loads the demo newsroom into the database that the environment names; at once done when it is there. */
const env = readEnv(process.env);
const database = openDatabase(env.databaseUrl, { max: 2 });
const startedAt = performance.now();
try {
  const ctx = demoContext(database.db, env, createLogger('warn'));
  const loaded = await loadDemo(ctx, {
    stripeDataDir: path.resolve(env.dataDir, 'stripe'),
    mediaDir: path.resolve(env.mediaDir),
  });
  if (loaded) {
    // The planner has to know the tables as they are now, not as empty as they were.
    await database.db.execute(sql`analyze`);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    process.stdout.write(
      `The demo newsroom is loaded: ${loaded.articles} articles, ${loaded.supporters} supporters, ${loaded.payments} payments (${seconds} s).\n`,
    );
  }
} finally {
  await database.close();
}
