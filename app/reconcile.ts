import type { Difference } from './domain/reconciliation/difference.ts';
import { listDifferences } from './domain/reconciliation/list-differences.server.ts';
import { type PartReport, reconcile } from './jobs/reconcile.server.ts';
import { EnvError, readEnv } from './platform/env.ts';
import { createLogger } from './platform/logger.ts';
import { createServices } from './services.server.ts';

/**
 * By hand: holds everything there ever was against Stripe, repairs what can be repaired, and says
 * what it found. Ends with 1 while anything is unexplained, with 2 when it could not compare.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const mostSaid = 100;

function sayPart({ part, comparison }: PartReport): void {
  const repaired = comparison.differences.filter((difference) => difference.isRepaired);
  say(
    `${part}: ${comparison.compared} compared, ${comparison.differences.length} differed, ${repaired.length} repaired`,
  );
  for (const difference of repaired.slice(0, mostSaid)) say(`  repaired  ${spell(difference)}`);
}

function spell(difference: Omit<Difference, 'isRepaired'>): string {
  const { kind, objectId, expected, found, cause } = difference;
  return `${kind} ${objectId}: ${cause}. Stripe: ${expected || 'nothing'}. Ours: ${found || 'nothing'}.`;
}

async function main(): Promise<number> {
  const services = await createServices(readEnv(process.env), { log: createLogger('warn') });
  try {
    const reports = await reconcile(services, 'whole');
    if (!reports) {
      say('Another comparison is under way; try again in a moment.');
      return 2;
    }
    for (const report of reports) sayPart(report);
    const open = await listDifferences(services, { state: 'open', limit: mostSaid });
    for (const difference of open) say(`  OPEN      ${spell(difference)}`);
    say(open.length === 0 ? 'Everything agrees, or is explained.' : 'There are open differences.');
    return open.length === 0 ? 0 : 1;
  } finally {
    await services.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const line = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof EnvError ? line : `Could not compare: ${line}`}\n`);
    process.exitCode = 2;
  },
);
