import { and, eq, gt, ne } from 'drizzle-orm';
import { sessions } from '../../db/schema/supporters.ts';
import { addMs, minutesMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import { freshMinutes } from './session.ts';

/** Was this session opened just now, by somebody who proved who they are? Having paid proves nothing. */
export async function isFreshlySignedIn(ctx: Ctx, sessionId: string): Promise<boolean> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        ne(sessions.openedBy, 'checkout'),
        gt(sessions.createdAt, addMs(now, -freshMinutes * minutesMs)),
        gt(sessions.expiresAt, now),
      ),
    );
  return rows.length > 0;
}
