import { eq } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { hoursMs } from '../../../kernel/dates.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { hashToken } from '../../../platform/ids.ts';
import type { Ctx } from '../../ports/context.ts';
import { isLive } from '../membership.ts';

export type OpenCardUpdateFailure = 'no_membership' | 'payments_unavailable' | 'payments_refused';

/**
 * Opens Stripe's page for another card. Nothing of ours changes, and whoever asks again within the
 * hour gets the same page: a mail scanner that opens links makes one at most.
 * Caller's duty: that the asker may.
 */
export async function openCardUpdate(
  ctx: Ctx,
  input: {
    readonly membershipId: string;
    readonly locale: Locale;
    /** Where the patron comes back to; the page's id is added as `session`. */
    readonly returnUrl: string;
    readonly cancelUrl: string;
  },
): Promise<Result<{ url: string }, OpenCardUpdateFailure>> {
  const rows = await ctx.db
    .select()
    .from(memberships)
    .where(eq(memberships.id, input.membershipId))
    .limit(1);
  const row = rows[0];
  if (!row?.stripeCustomerId || !isLive(row.status)) return fail('no_membership');
  const { returnUrl, cancelUrl, locale } = input;
  const hour = Math.floor(ctx.clock.now().getTime() / hoursMs);
  const opened = await ctx.payments.openCardUpdate({
    membershipId: row.id,
    customerId: row.stripeCustomerId,
    currency: row.currency,
    locale,
    returnUrl,
    cancelUrl,
    name: `${hour}:${hashToken([locale, returnUrl, cancelUrl].join('\n')).slice(0, 16)}`,
  });
  if (opened.ok) return ok(opened.value);
  return fail(opened.reason === 'try_later' ? 'payments_unavailable' : 'payments_refused');
}
