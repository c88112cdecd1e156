import { setMaxListeners } from 'node:events';
import { ensureBuilt } from '../build.mjs';
import { OptionError, readOptions, usage } from './options.ts';
import { writeReport } from './report.ts';
import { play } from './run.ts';
import { openStage } from './stage.ts';
import { createTally } from './tally.ts';

/**
 * `npm run chaos`: kills the sites, the worker and the database again and again while readers give,
 * and then holds everything against Stripe. Ends with 1 when anything was lost or came twice.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const ended = new AbortController();
// Every reader and every process waits on it.
setMaxListeners(0, ended.signal);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second Ctrl-C: the children end with us.
    if (ended.signal.aborted) process.exit(130);
    say('Stopping');
    ended.abort();
  });
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), Math.floor(Math.random() * 2 ** 32));
  if (!options) {
    say(usage);
    return 0;
  }
  await ensureBuilt(say);
  const startedAt = performance.now();
  const tally = createTally();
  say(`Seed ${options.seed}`);
  const stage = await openStage(options, tally, ended.signal);
  let isStopped = false;
  try {
    await Promise.race([play(stage, options, tally, ended.signal, say), stage.lostStandIns]);
  } finally {
    isStopped = ended.signal.aborted;
    ended.abort();
    await stage.stop();
    if (options.keep) say(`Data and logs: ${stage.dataDir}`);
  }
  if (isStopped) {
    say('Stopped before the end: nothing was compared.');
    return 130;
  }
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  say(writeReport(options, tally, seconds));
  return tally.findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isUsage = error instanceof OptionError;
    process.stderr.write(
      `${isUsage ? `${error.message}\n\n${usage}` : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(isUsage ? 2 : 1);
  },
);
