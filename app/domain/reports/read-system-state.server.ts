import { isNull, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { rollupState } from '../../db/schema/rollups.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import type { Ctx } from '../ports/context.ts';
import { readRecurringDrift } from './read-recurring.server.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { SystemState } from './system-state.ts';

const toInstant = (value: string) => new Date(value);

/** Counts what waits and what failed. Six queries. */
export async function readSystemState(ctx: Ctx): Promise<SystemState> {
  const outcomeIs = (outcome: string) =>
    wholeNumber(sql`count(*) filter (where ${stripeEvents.outcome} = ${outcome})`);
  const statusIs = (status: string) =>
    wholeNumber(sql`count(*) filter (where ${mails.status} = ${status})`);
  const [[events], [outbox], [unsettled], drift, [rollups]] = await Promise.all([
    ctx.db
      .select({
        waiting: outcomeIs('received'),
        oldestWaitingAt:
          sql`min(${stripeEvents.receivedAt}) filter (where ${stripeEvents.outcome} = 'received')`.mapWith(
            toInstant,
          ),
        parked: outcomeIs('parked'),
        failed: outcomeIs('failed'),
        setAside: outcomeIs('set_aside'),
      })
      .from(stripeEvents)
      .where(sql`${stripeEvents.outcome} in ('received', 'parked', 'failed', 'set_aside')`),
    ctx.db
      .select({ queued: statusIs('queued'), failed: statusIs('failed') })
      .from(mails)
      .where(sql`${mails.status} in ('queued', 'failed')`),
    ctx.db
      .select({
        count: wholeNumber(sql`count(*)`),
        oldestAt: sql`min(${payments.occurredAt})`.mapWith(toInstant),
      })
      .from(payments)
      .where(isNull(payments.stripeBalanceTransactionId)),
    readRecurringDrift(ctx),
    ctx.db
      .select({ checkedAt: rollupState.checkedAt, differences: rollupState.differenceCount })
      .from(rollupState),
  ]);
  return {
    events: events ?? { waiting: 0, oldestWaitingAt: null, parked: 0, failed: 0, setAside: 0 },
    mails: outbox ?? { queued: 0, failed: 0 },
    unsettled: unsettled ?? { count: 0, oldestAt: null },
    drift: drift.filter((row) => row.byChanges !== row.byMemberships),
    rollups: rollups ?? { checkedAt: null, differences: null },
  };
}
