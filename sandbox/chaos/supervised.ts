import { type Child, startNode } from '../launch/processes.mjs';
import { isEnded, pause } from './pause.ts';
import type { Tally } from './tally.ts';

/** A process that is started again whenever it ends, as a service manager would. */
export interface Supervised {
  readonly name: string;
  /** Has it said that it is at work since its latest start? */
  isReady(): boolean;
  /** kill -9, and a new start at once. */
  kill(): Promise<void>;
  /** Resolves when it is at work; at once when it is. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  readonly name: string;
  readonly args: string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** A piece of the log line that says that it is at work. */
  readonly readyLine: string;
  /** Was the database away lately, so that a start may fail? */
  readonly mayFail: () => boolean;
  readonly tally: Tally;
  readonly signal: AbortSignal;
}

const restartAfterMs = 250;
const readyWithinMs = 120_000;

export function supervise(options: SupervisedOptions): Supervised {
  const { name, tally, signal, readyLine } = options;
  const readyOnes = new WeakSet<Child>();
  let isExpected = false;
  let child = start();

  function start(): Child {
    const started = startNode({ ...options });
    const look = () => {
      if (started.tail().includes(readyLine)) readyOnes.add(started);
    };
    started.process.stdout?.on('data', look);
    void started.exited.then((how) => ended(started, how));
    return started;
  }

  /** Should it be running, and has nobody started another in its place? */
  const isWanted = (which: Child) => which === child && !isExpected && !isEnded(signal);

  async function ended(which: Child, how: number | string): Promise<void> {
    if (!isWanted(which)) return;
    const wasReady = readyOnes.has(which);
    tally.count(`restarts/${name}`);
    if (wasReady || !options.mayFail()) {
      const last = which.tail().trim().split('\n').slice(-3).join(' | ').slice(-600);
      tally.found('a process ended by itself', `${name} (${how}): ${last}`);
    }
    await pause(restartAfterMs, signal);
    if (isWanted(which)) child = start();
  }

  return {
    name,
    isReady: () => readyOnes.has(child),
    async kill() {
      const victim = child;
      isExpected = true;
      victim.kill();
      await victim.exited;
      isExpected = false;
      if (!isEnded(signal)) child = start();
    },
    async ready() {
      const end = Date.now() + readyWithinMs;
      while (!readyOnes.has(child)) {
        if (isEnded(signal)) return;
        if (Date.now() > end) throw new Error(`${name} does not start: see ${options.logFile}`);
        await pause(50, signal);
      }
    },
    async stop() {
      isExpected = true;
      await child.stop();
    },
  };
}
