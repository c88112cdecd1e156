import { sql } from 'drizzle-orm';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import type { Locale } from '../../kernel/locale.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import { normaliseEmail } from './email-address.ts';

export interface FindOrCreateSupporterInput {
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  /** The customer at Stripe to link to the person, when there is one. */
  readonly stripeCustomerId: string | null;
}

/**
 * The person behind an address: the one row there is, or a new one. Safe to run twice and at the
 * same time. Fills a name or a country that was missing and never overwrites one, because an
 * address typed into a payment page does not prove who typed it.
 * A Stripe customer stays with the supporter to whom it was linked first.
 * The address of somebody whom the staff have merged into another leads to that other one, and
 * nothing is filled in there any more.
 */
export async function findOrCreateSupporter(
  ctx: Ctx,
  input: FindOrCreateSupporterInput,
): Promise<{ supporterId: string; isNew: boolean }> {
  const now = ctx.clock.now();
  const id = newId();
  const rows = await ctx.db
    .insert(supporters)
    .values({
      id,
      email: normaliseEmail(input.email),
      name: blankToNull(input.name),
      locale: input.locale,
      country: input.country,
      createdAt: now,
    })
    .onConflictDoUpdate({
      target: supporters.email,
      set: {
        name: sql`case when ${supporters.mergedIntoId} is null then coalesce(${supporters.name}, excluded.name) end`,
        country: sql`case when ${supporters.mergedIntoId} is null then coalesce(${supporters.country}, excluded.country) end`,
      },
    })
    .returning({ id: supporters.id, mergedIntoId: supporters.mergedIntoId });
  const supporterId = rows[0]?.mergedIntoId ?? rows[0]?.id ?? id;
  if (input.stripeCustomerId) {
    await ctx.db
      .insert(stripeCustomers)
      .values({ stripeCustomerId: input.stripeCustomerId, supporterId, linkedAt: now })
      .onConflictDoNothing({ target: stripeCustomers.stripeCustomerId });
  }
  return { supporterId, isNew: supporterId === id };
}

function blankToNull(name: string | null): string | null {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' ? null : trimmed.slice(0, 200);
}
