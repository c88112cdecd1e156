import { and, desc, eq } from 'drizzle-orm';
import { stripeCustomers } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

/**
 * The customer at Stripe with whom a signed-in supporter pays again, or null. Only one that they
 * used while signed in: an address typed into a payment page does not prove whose card it was.
 */
export async function readStripeCustomerId(ctx: Ctx, supporterId: string): Promise<string | null> {
  const rows = await ctx.db
    .select({ id: stripeCustomers.stripeCustomerId })
    .from(stripeCustomers)
    .where(and(eq(stripeCustomers.supporterId, supporterId), eq(stripeCustomers.isProven, true)))
    .orderBy(desc(stripeCustomers.linkedAt))
    .limit(1);
  return rows[0]?.id ?? null;
}

/** Links the customer of a checkout that the signed-in supporter went through. */
export async function linkStripeCustomer(
  ctx: Ctx,
  supporterId: string,
  stripeCustomerId: string,
): Promise<void> {
  await ctx.db
    .insert(stripeCustomers)
    .values({ stripeCustomerId, supporterId, isProven: true, linkedAt: ctx.clock.now() })
    .onConflictDoUpdate({
      target: stripeCustomers.stripeCustomerId,
      set: { isProven: true },
      setWhere: eq(stripeCustomers.supporterId, supporterId),
    });
}
