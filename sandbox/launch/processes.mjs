// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Loaded into every Node child: it ends itself when the process that started it is gone. */
export const leash = new URL('./leash.mjs', import.meta.url).href;
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<number | string>} exited its exit code, or the signal that ended it
 * @property {() => string} tail the last of what it wrote
 * @property {(patienceMs?: number) => Promise<void>} stop SIGTERM to its group, SIGKILL after the patience
 * @property {() => void} kill SIGKILL to its group
 */

/**
 * Starts a Node program as the leader of its own process group, so that Ctrl-C reaches only us
 * and we decide the order in which the children stop.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, logFile: string, echo?: boolean }} options
 * @returns {Child}
 */
export function startNode({ name, args, env, logFile, echo = false }) {
  const log = openLog(logFile);
  const child = spawn(process.execPath, ['--import', leash, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ chunk) => {
      tail = (tail + chunk.toString('utf8')).slice(-8_000);
      if (echo) process.stdout.write(chunk);
      try {
        fs.writeSync(log, chunk);
      } catch {
        // A full disk must not take the product down with its log; `tail` still holds the end.
      }
    });
  }
  /** @type {Promise<number | string>} */
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      fs.closeSync(log);
      resolve(code ?? signal ?? 'unknown');
    });
  });
  const pid = child.pid ?? -1;
  return {
    name,
    pid,
    process: child,
    exited,
    tail: () => tail,
    kill: () => signalGroup(pid, 'SIGKILL'),
    stop: async (patienceMs = 10_000) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      signalGroup(pid, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

/**
 * Appends to a log, having set the previous one aside when it has grown past 5 MB.
 * @param {string} file @returns {number} a file descriptor
 */
export function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) {
    fs.renameSync(file, `${file}.1`);
  }
  return fs.openSync(file, 'a');
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * The command line of a live process, or null. A pid alone proves nothing: it may have been
 * given to another program since.
 * @param {number} pid
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') {
      const state = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop();
      if (state?.startsWith('Z')) return null;
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return ps.status === 0 ? ps.stdout : null;
  } catch {
    return null;
  }
}

/**
 * @param {() => boolean | Promise<boolean>} isDone @param {number} timeoutMs @param {number} [everyMs]
 * @returns {Promise<boolean>} false when the time ran out
 */
export async function waitUntil(isDone, timeoutMs, everyMs = 50) {
  const end = Date.now() + timeoutMs;
  while (!(await isDone())) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return true;
}
