import { eq } from 'drizzle-orm';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { hashToken } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * Gives a customer at Stripe the address that their supporter has now, so that Stripe's own mails
 * and pages know it. Safe to repeat: what is sent is what holds when it runs.
 * @throws when Stripe can't be asked now; the job is tried again
 */
export async function updateCustomerEmail(
  ctx: Ctx,
  input: { readonly stripeCustomerId: string; readonly changeId: string },
): Promise<void> {
  const rows = await ctx.db
    .select({ email: supporters.email, erasedAt: supporters.erasedAt })
    .from(stripeCustomers)
    .innerJoin(supporters, eq(supporters.id, stripeCustomers.supporterId))
    .where(eq(stripeCustomers.stripeCustomerId, input.stripeCustomerId))
    .limit(1);
  const supporter = rows[0];
  if (!supporter || supporter.erasedAt) return;
  const customer = await ctx.payments.readCustomer(input.stripeCustomerId);
  if (!customer || customer.email === supporter.email) return;
  await ctx.payments.changeCustomerEmail(
    input.stripeCustomerId,
    supporter.email,
    `customer-email:${input.stripeCustomerId}:${input.changeId}:${hashToken(supporter.email)}`,
  );
}
