// @ts-check
// `npm start`: everything on this machine, from a fresh clone. Until the packages are installed,
// only what comes with Node may be imported here.
import {
  assertNodeVersion,
  loadEnvFile,
  readConfiguration,
  readOptions,
} from './launch/configuration.mjs';
import {
  emptyDataFolder,
  lockDataFolder,
  openDataFolder,
  readSecrets,
} from './launch/data-folder.mjs';
import { ensureInstalled } from './launch/install.mjs';
import { assertFree } from './launch/ports.mjs';
import { Problem, orDiskFull } from './launch/problem.mjs';
import {
  prepareData,
  startDatabase,
  startSite,
  startStandIns,
  whyEnded,
} from './launch/product.mjs';
import { welcome } from './launch/welcome.mjs';

/** @type {import('./launch/product.mjs').Running[]} in the order of their starts */
const running = [];
let isStopping = false;
let release = () => {};

/** Stops the children, the latest first: the site, then the stand-ins, then the database. */
async function stop() {
  isStopping = true;
  for (const child of [...running].reverse()) await child.stop();
  release();
}

/** @param {string} [farewell] */
function onSignal(farewell) {
  if (isStopping) {
    for (const child of running) child.kill();
    release();
    process.exit(1);
  }
  if (farewell) console.log(farewell);
  void stop().then(() => process.exit(0));
}

/** @param {unknown} error */
async function fail(error) {
  if (isStopping) return;
  const why = orDiskFull(error);
  const line =
    why instanceof Problem ? why.message : why instanceof Error ? (why.stack ?? '') : why;
  console.error(line);
  await stop();
  process.exit(1);
}

async function main() {
  assertNodeVersion();
  const options = readOptions(process.argv.slice(2));
  loadEnvFile();
  const configuration = readConfiguration(options, process.env);
  const { dataDir, host, ports, standIns } = configuration;
  openDataFolder(dataDir);
  const lock = await lockDataFolder(dataDir);
  release = lock.release;
  await assertFree(
    [
      { port: ports.app, host, what: 'site' },
      ...(standIns.stripe
        ? [{ port: ports.stripe, host: '127.0.0.1', what: 'sandbox Stripe' }]
        : []),
      ...(standIns.mail ? [{ port: ports.mailbox, host: '127.0.0.1', what: 'mailbox' }] : []),
      ...(standIns.mail ? [{ port: ports.smtp, host: '127.0.0.1', what: 'mailbox, SMTP' }] : []),
    ],
    ports.app,
  );
  if (options.fresh) emptyDataFolder(dataDir);

  await ensureInstalled(console.log);
  if (!options.dev) await (await import('./build.mjs')).ensureBuilt(console.log);
  const context = {
    configuration,
    secrets: readSecrets(dataDir),
    say: console.log,
    /** @param {import('./launch/product.mjs').Running} child */
    started: (child) => {
      running.push(child);
      lock.note(child.pid);
    },
  };
  const databaseUrl = await startDatabase(context);
  await startStandIns(context);
  const hasDemo = await prepareData(context, databaseUrl);
  await startSite(context, databaseUrl);
  console.log(welcome(configuration, hasDemo));
  for (const child of running) watch(child, configuration);
}

/**
 * @param {import('./launch/product.mjs').Running} child
 * @param {import('./launch/configuration.mjs').Configuration} configuration
 */
function watch(child, configuration) {
  void child.exited.then((how) => {
    if ('tail' in child) {
      const node = /** @type {import('./launch/processes.mjs').Child} */ (child);
      return ['site', 'sandbox'].includes(child.name) && fail(whyEnded(node, configuration));
    }
    return fail(
      new Problem(
        `The database stopped by itself (${how}): see ${configuration.dataDir}/logs/postgres.log`,
      ),
    );
  });
}

process.on('SIGINT', () => onSignal('\nStopping; Ctrl-C again ends everything at once.'));
process.on('SIGTERM', () => onSignal());
process.on('SIGHUP', () => onSignal());
// Started by another Node program, such as the browser tests: end with it.
process.on('disconnect', () => onSignal());

main().catch(fail);
