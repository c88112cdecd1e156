import { parseArgs } from 'node:util';

export interface ChaosOptions {
  /** How often one of the two sites or the worker is killed. */
  readonly appKills: number;
  readonly databaseKills: number;
  /** Decides who is killed when, and what readers do. */
  readonly seed: number;
  /** Readers who give at the same time. */
  readonly readers: number;
  /** A kill comes this long after the last restart, at most. */
  readonly withinMs: number;
  /** The first of eight ports. */
  readonly port: number;
  /** Leave the folder with the data and the logs, to look at. */
  readonly keep: boolean;
}

export const usage = `npm run chaos -- [options]

  --app-kills 200       how often a site or the worker is killed (kill -9)
  --database-kills 20   how often the database is
  --seed N              repeats the plan of a run; random when left out
  --readers 6           readers who give at the same time
  --within 8000         a kill comes 0 to so many milliseconds after a restart
  --port 4500           the first of eight ports
  --keep                keeps the data and the logs`;

/** Something wrong with what was asked for; `message` says what. */
export class OptionError extends Error {
  override name = 'OptionError';
}

/**
 * Reads the command line. Null: only the usage was asked for.
 * @throws OptionError naming the option and what it may be
 */
export function readOptions(args: readonly string[], randomSeed: number): ChaosOptions | null {
  const { values } = parse(args);
  if (values.help) return null;
  return {
    appKills: whole('app-kills', values['app-kills'], 200, 0, 100_000),
    databaseKills: whole('database-kills', values['database-kills'], 20, 0, 10_000),
    seed: whole('seed', values.seed, randomSeed, 0, 2 ** 32 - 1),
    readers: whole('readers', values.readers, 6, 1, 50),
    withinMs: whole('within', values.within, 8_000, 500, 120_000),
    port: whole('port', values.port, 4500, 1024, 65_528),
    keep: values.keep ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' as const };
  const flag = { type: 'boolean' as const };
  try {
    return parseArgs({
      args: [...args],
      options: {
        'app-kills': text,
        'database-kills': text,
        seed: text,
        readers: text,
        within: text,
        port: text,
        keep: flag,
        help: flag,
      },
    });
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

function whole(
  name: string,
  given: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  if (given === undefined) return fallback;
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  throw new OptionError(`--${name} must be a whole number from ${least} to ${most}.`);
}
