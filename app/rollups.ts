import { checkRollups } from './domain/rollups/check-rollups.server.ts';
import { foldRollups } from './domain/rollups/fold-rollups.server.ts';
import { rebuildRollups } from './domain/rollups/rebuild-rollups.server.ts';
import { EnvError, readEnv } from './platform/env.ts';
import { createLogger } from './platform/logger.ts';
import { createServices } from './services.server.ts';

/**
 * By hand: `check` counts everything anew and says where what the reports read differs; `rebuild`
 * puts it right first. Ends with 1 when something differs, with 2 when it could not compare.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main([verb]: readonly string[]): Promise<number> {
  if (verb !== 'check' && verb !== 'rebuild') {
    say('Say what to do: check, or rebuild.');
    return 2;
  }
  const services = await createServices(readEnv(process.env), { log: createLogger('silent') });
  try {
    if (verb === 'rebuild') await rebuildRollups(services);
    else await foldRollups(services);
    const { count, differences } = await checkRollups(services);
    for (const { table, key, missing } of differences) {
      say(`  ${table} ${key}: ${JSON.stringify(missing)} missing`);
    }
    say(count === 0 ? 'Everything agrees.' : `${count} differences.`);
    return count === 0 ? 0 : 1;
  } finally {
    await services.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const line = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof EnvError ? line : `Could not compare: ${line}`}\n`);
    process.exitCode = 2;
  },
);
