// @ts-check
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { removeCluster } from '../postgres/cluster.mjs';
import { Problem, orDiskFull } from './problem.mjs';
import { commandOf, signalGroup, waitUntil } from './processes.mjs';

/** @typedef {{ app: string, webhook: string, postgres: string }} Secrets */

/** Says that a folder is ours, and so may be emptied by `--fresh`. */
const marker = '.masthead';

/**
 * Makes the folder when it is missing, and makes sure that it is ours and writable.
 * @param {string} dataDir @throws {Problem}
 */
export function openDataFolder(dataDir) {
  try {
    makeFolder(dataDir);
    const names = fs.readdirSync(dataDir);
    if (names.length > 0 && !names.includes(marker)) {
      throw new Problem(
        `DATA_DIR (${dataDir}) holds something that is not Masthead's: choose an empty or a new folder.`,
      );
    }
    fs.writeFileSync(
      path.join(dataDir, marker),
      'Made by Masthead; npm start -- --fresh empties this folder.\n',
    );
    // Postgres's own user has to pass through; our secrets below are closed one by one.
    if (process.getuid?.() === 0) fs.chmodSync(dataDir, 0o711);
    fs.mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  } catch (error) {
    throw explain(error, dataDir);
  }
}

/**
 * Folder by folder: Node's own `recursive` never returns where a file system refuses a new name
 * with ENOENT, as /proc does.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

/** Deletes everything in the folder but our mark and our lock. @param {string} dataDir */
export function emptyDataFolder(dataDir) {
  try {
    removeCluster(path.join(dataDir, 'postgres'));
    for (const name of fs.readdirSync(dataDir)) {
      if (name === marker || name === 'lock') continue;
      fs.rmSync(path.join(dataDir, name), { recursive: true, force: true });
    }
    fs.mkdirSync(path.join(dataDir, 'logs'));
  } catch (error) {
    throw explain(error, dataDir);
  }
}

/** Random once, kept with the data. @param {string} dataDir @returns {Secrets} */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  try {
    /** @type {Partial<Secrets>} */
    const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
    const secrets = {
      app: kept.app ?? randomBytes(32).toString('hex'),
      webhook: kept.webhook ?? `whsec_${randomBytes(24).toString('hex')}`,
      postgres: kept.postgres ?? randomBytes(24).toString('hex'),
    };
    if (Object.keys(kept).length < 3) {
      fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
      fs.renameSync(`${file}.new`, file);
    }
    return secrets;
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Problem(`${file} is damaged: npm start -- --fresh begins anew.`);
    }
    throw explain(error, dataDir);
  }
}

/**
 * One start per folder. Children that a crashed start left running are ended.
 * @param {string} dataDir
 * @returns {Promise<{ note(childPid: number): void, release(): void }>} `note` each child that could outlive us
 * @throws {Problem} when another start holds the folder
 */
export async function lockDataFolder(dataDir) {
  const file = path.join(dataDir, 'lock');
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      fs.writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return {
        note: (pid) => fs.appendFileSync(file, `${pid}\n`),
        release: () => fs.rmSync(file, { force: true }),
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
        throw explain(error, dataDir);
      }
    }
    const [holder, ...children] = fs.readFileSync(file, 'utf8').split('\n').map(Number);
    if (holder && commandOf(holder)?.includes('start.mjs')) {
      throw new Problem(
        `Masthead is running already on ${dataDir} (process ${holder}): stop it, or give this one its own DATA_DIR and PORT.`,
      );
    }
    for (const child of children) await endLeftover(child);
    fs.rmSync(file, { force: true });
  }
  throw new Problem(`${file} can't be had: another start seems to be under way.`);
}

/** @param {number} pid */
async function endLeftover(pid) {
  const isOurs = () => pid > 1 && Boolean(commandOf(pid)?.includes('leash.mjs'));
  if (!isOurs()) return;
  signalGroup(pid, 'SIGTERM');
  if (!(await waitUntil(() => !isOurs(), 10_000))) signalGroup(pid, 'SIGKILL');
  await waitUntil(() => !isOurs(), 2_000);
}

/** @param {unknown} error @param {string} dataDir */
function explain(error, dataDir) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)) {
    return new Problem(
      `DATA_DIR (${dataDir}) can't be written: give this user the right to, or choose another DATA_DIR.`,
    );
  }
  if (['ENOTDIR', 'EEXIST'].includes(code)) {
    return new Problem(`DATA_DIR (${dataDir}) is not a folder: choose another DATA_DIR.`);
  }
  return orDiskFull(error);
}
