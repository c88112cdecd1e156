import { isNull, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { stripeEvents } from '../../db/schema/webhooks.ts';
import type { Ctx } from '../ports/context.ts';
import { readRecurringDrift } from './read-recurring.server.ts';
import { wholeNumber } from './sql-figures.server.ts';
import type { SystemState } from './system-state.ts';

const toInstant = (value: string) => new Date(value);

/** Counts what waits and what failed. Five queries. */
export async function readSystemState(ctx: Ctx): Promise<SystemState> {
  const outcomeIs = (outcome: string) =>
    wholeNumber(sql`count(*) filter (where ${stripeEvents.outcome} = ${outcome})`);
  const statusIs = (status: string) =>
    wholeNumber(sql`count(*) filter (where ${mails.status} = ${status})`);
  const [[events], [outbox], [unsettled], drift] = await Promise.all([
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
  ]);
  return {
    events: events ?? { waiting: 0, oldestWaitingAt: null, parked: 0, failed: 0, setAside: 0 },
    mails: outbox ?? { queued: 0, failed: 0 },
    unsettled: unsettled ?? { count: 0, oldestAt: null },
    drift: drift.filter((row) => row.byChanges !== row.byMemberships),
  };
}
