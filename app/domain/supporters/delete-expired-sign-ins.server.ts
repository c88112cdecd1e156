import { and, lt, sql } from 'drizzle-orm';
import { emailChanges, sessions, signInRequests } from '../../db/schema/supporters.ts';
import { addDays } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';

/** Kept a while after their end: a used link should say "used", and a thank-you page must not open a session again. */
const requestDaysAfterEnd = 2;
const sessionDaysAfterEnd = 7;
/** Of a change of address that came to nothing, the address that was wished for is nobody's business for long. */
const emailChangeDaysAfterEnd = 30;

/** Deletes sign-in requests, sessions, and changes of address that came to nothing, when they are over. For the daily job. */
export async function deleteExpiredSignIns(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .delete(signInRequests)
    .where(lt(signInRequests.expiresAt, addDays(now, -requestDaysAfterEnd)));
  await ctx.db.delete(sessions).where(lt(sessions.expiresAt, addDays(now, -sessionDaysAfterEnd)));
  await ctx.db
    .delete(emailChanges)
    .where(
      and(
        lt(emailChanges.expiresAt, addDays(now, -emailChangeDaysAfterEnd)),
        sql`${emailChanges.outcome} is distinct from 'done'`,
      ),
    );
}
