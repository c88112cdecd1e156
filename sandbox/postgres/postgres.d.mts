export interface RunningPostgres {
  /** The address of a database on this server. `masthead` exists from the start. */
  url(database: string): string;
  readonly pid: number;
  /** Settles when the server ends: its exit code, or the signal that ended it. */
  readonly exited: Promise<number | string>;
  /** Fast shutdown: sessions are ended, everything is written. */
  stop(): Promise<void>;
  /** Immediate shutdown, for when there is no time; the next start recovers. */
  kill(): void;
}

export interface PostgresOptions {
  /** The cluster's folder; created on first use. */
  dataDir: string;
  port: number;
  /** The file that the server's log is appended to. */
  log: string;
  /** The superuser's; must be the same at every start on one `dataDir`. Random when left out. */
  password?: string;
  /** false trades every safety against a crash for speed: only for databases of tests. */
  durable?: boolean;
}

/**
 * Starts a real Postgres on 127.0.0.1, as root or as an ordinary user; a server or a pid file left
 * by a crash is cleared away first. The server ends with this process, however that ends.
 * @throws {Problem} whose message is one line with the remedy
 */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;
