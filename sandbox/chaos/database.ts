import fs from 'node:fs';
import { type RunningPostgres, startPostgres } from '../postgres/postgres.mjs';

/** The database's server, which can be taken away as a power cut would. */
export interface ChaosDatabase {
  readonly url: string;
  /** Was it away within the last so many milliseconds? */
  wasAwayWithin(ms: number): boolean;
  isUp(): boolean;
  /** kill -9 of the server and of every process of its own, and a new start. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabase(options: {
  dataDir: string;
  port: number;
  log: string;
  password: string;
}): Promise<ChaosDatabase> {
  let server: RunningPostgres = await startPostgres(options);
  let isUp = true;
  let awayUntil = 0;
  return {
    url: server.url('masthead'),
    isUp: () => isUp,
    wasAwayWithin: (ms) => !isUp || Date.now() - awayUntil < ms,
    async kill() {
      isUp = false;
      for (const pid of [server.pid, ...childrenOf(server.pid)]) killNow(pid);
      await server.exited;
      server = await startAgain(options);
      awayUntil = Date.now();
      isUp = true;
    },
    stop: () => server.stop(),
  };
}

/** A process of the old server that is still ending holds its memory, and keeps the new one from starting. */
async function startAgain(options: Parameters<typeof startPostgres>[0]): Promise<RunningPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startPostgres(options);
    } catch (error) {
      if (attempt >= 10) throw error;
    }
  }
}

/** Each of the server's own processes leads a session of its own, so that its group reaches none of them. */
function childrenOf(parent: number): number[] {
  // Without /proc they are left to notice by themselves that their server is gone.
  if (!fs.existsSync('/proc')) return [];
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything, come the state and the parent.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with its parent.
  }
}
