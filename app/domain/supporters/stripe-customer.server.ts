import { and, desc, eq, isNotNull, notExists } from 'drizzle-orm';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import { normaliseEmail } from './email-address.ts';
import { holdSupporter } from './hold-supporter.server.ts';
import { readSupporterEmail } from './read-supporter-email.server.ts';

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

/**
 * Takes over the address that a customer has at Stripe: mail about its payments goes there. Contact
 * only: who signs in is never changed by it. Answers false when the customer is nobody's (yet).
 * Of somebody who was erased nothing is taken over.
 */
export async function saveContactEmail(
  ctx: Ctx,
  stripeCustomerId: string,
  email: string | null,
): Promise<boolean> {
  const rows = await ctx.db
    .update(stripeCustomers)
    .set({ contactEmail: email ? normaliseEmail(email) : null })
    .where(
      and(
        eq(stripeCustomers.stripeCustomerId, stripeCustomerId),
        notExists(
          ctx.db
            .select({ id: supporters.id })
            .from(supporters)
            .where(
              and(eq(supporters.id, stripeCustomers.supporterId), isNotNull(supporters.erasedAt)),
            ),
        ),
      ),
    )
    .returning({ id: stripeCustomers.stripeCustomerId });
  return rows.length > 0;
}

/** Where mail about a customer's payments goes: the address at Stripe, else the supporter's own. */
export async function readContactEmail(
  ctx: Ctx,
  of: { readonly supporterId: string | null; readonly stripeCustomerId: string | null },
): Promise<string | null> {
  if (!of.supporterId) return null;
  const rows = of.stripeCustomerId
    ? await ctx.db
        .select({ email: stripeCustomers.contactEmail })
        .from(stripeCustomers)
        .where(
          and(
            eq(stripeCustomers.stripeCustomerId, of.stripeCustomerId),
            eq(stripeCustomers.supporterId, of.supporterId),
          ),
        )
        .limit(1)
    : [];
  return rows[0]?.email ?? readSupporterEmail(ctx, of.supporterId);
}

/**
 * Links the customer of a checkout that the signed-in supporter went through. When they were erased
 * meanwhile, the customer is deleted at Stripe, and what it pays for ends with it.
 */
export async function linkStripeCustomer(
  ctx: Ctx,
  supporterId: string,
  stripeCustomerId: string,
): Promise<void> {
  const { isErased } = await holdSupporter(ctx, supporterId);
  if (isErased) await ctx.jobs.enqueue(ctx.db, 'delete-customer', { stripeCustomerId });
  await ctx.db
    .insert(stripeCustomers)
    .values({ stripeCustomerId, supporterId, isProven: !isErased, linkedAt: ctx.clock.now() })
    .onConflictDoUpdate({
      target: stripeCustomers.stripeCustomerId,
      set: { isProven: !isErased },
      setWhere: eq(stripeCustomers.supporterId, supporterId),
    });
}
