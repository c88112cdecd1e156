import type { ChildProcess } from 'node:child_process';

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly process: ChildProcess;
  /** Settles when it ends: its exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>;
  /** The last of what it wrote. */
  tail(): string;
  /** SIGTERM to its group, SIGKILL after the patience. */
  stop(patienceMs?: number): Promise<void>;
  /** SIGKILL to its group. */
  kill(): void;
}

/** The project's folder. */
export const root: string;

/** Starts a Node program as the leader of its own process group; it ends when we are gone. */
export function startNode(options: {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  echo?: boolean;
}): Child;

/** False when the time ran out. */
export function waitUntil(
  isDone: () => boolean | Promise<boolean>,
  timeoutMs: number,
  everyMs?: number,
): Promise<boolean>;
