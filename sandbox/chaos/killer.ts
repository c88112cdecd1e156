import { sql } from 'drizzle-orm';
import { isEnded, pause } from './pause.ts';
import type { KillPlan, NodeTarget, Target } from './plan.ts';
import { nodeTargets } from './plan.ts';
import type { Stage } from './stage.ts';
import type { Tally } from './tally.ts';

/** Kills as planned, each target by itself, until the plan is through or the run is ended. */
export async function killAsPlanned(
  stage: Stage,
  plan: KillPlan,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all([
    ...nodeTargets.map((target) =>
      inTurn(plan[target], signal, async () => {
        note(tally, target, await phaseOf(stage, target));
        await stage.nodes[target].kill();
      }),
    ),
    inTurn(plan.database, signal, async () => {
      note(tally, 'database', await phaseOf(stage, 'database'));
      await stage.database.kill();
    }),
  ]);
}

async function inTurn(
  delays: readonly number[],
  signal: AbortSignal,
  kill: () => Promise<void>,
): Promise<void> {
  for (const delay of delays) {
    await pause(delay, signal);
    if (isEnded(signal)) return;
    await kill();
  }
}

function note(tally: Tally, target: Target, phase: string): void {
  tally.count(`kills/${target}/${phase}`);
}

/** What a target is at, just before it is killed. */
async function phaseOf(stage: Stage, target: Target): Promise<string> {
  if (target === 'database') {
    const open = await openTransactions(stage);
    return open === null ? 'starting' : open > 0 ? 'in a transaction' : 'idle';
  }
  if (!stage.nodes[target].isReady()) return 'starting';
  if (target === 'worker') {
    const jobs = await activeJobs(stage);
    return jobs === null ? 'without database' : jobs > 0 ? 'in a job' : 'idle';
  }
  const { webhooks, pages } = stage.door.underWay(portOf(stage, target));
  if (webhooks > 0) return 'in a webhook';
  return pages > 0 ? 'in a page' : 'idle';
}

function portOf({ places: { ports } }: Stage, target: Exclude<NodeTarget, 'worker'>): number {
  return target === 'site-a' ? ports.siteA : ports.siteB;
}

const activeJobs = (stage: Stage) =>
  countRows(
    stage,
    sql`select count(*) as count from pgboss.job
      where state = 'active' and started_on > now() - interval '3 seconds'`,
  );
const openTransactions = (stage: Stage) =>
  countRows(
    stage,
    sql`select count(*) as count from pg_stat_activity
      where xact_start is not null and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );

/** Null: the database does not answer. */
async function countRows(stage: Stage, query: ReturnType<typeof sql>): Promise<number | null> {
  if (!stage.database.isUp()) return null;
  try {
    const { rows } = await stage.sql.db.execute<{ count: string }>(query);
    return Number(rows[0]?.count ?? 0);
  } catch {
    return null;
  }
}
