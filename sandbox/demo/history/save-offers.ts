import { grants } from '../../../app/db/schema/grants.ts';
import { offers } from '../../../app/db/schema/offers.ts';
import { supporters } from '../../../app/db/schema/supporters.ts';
import { listTiers } from '../../../app/domain/memberships/list-tiers.server.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import { addDays } from '../../../app/kernel/dates.ts';
import { newId } from '../../../app/platform/ids.ts';

/** A code in a newsletter, and something for a large patron who is about to leave. */
const demoOffers = [
  {
    kind: 'promotion_code' as const,
    name: 'Autumn newsletter',
    code: 'RIVER',
    percentOff: 50,
    duration: 'repeating' as const,
    durationMonths: 3,
    tierSlugs: [],
    intervals: ['month' as const],
    isForNewPatrons: true,
  },
  {
    kind: 'retention' as const,
    name: 'Stay a while',
    percentOff: 30,
    duration: 'repeating' as const,
    durationMonths: 6,
    tierSlugs: ['benefactor'],
    intervals: ['month' as const],
    isForNewPatrons: false,
  },
];

const demoGrants = [
  {
    email: 'tetiana@example.org',
    name: 'Tetiana Moroz',
    reason: 'Lent us her archive',
    days: null,
  },
  {
    email: 'piotr@example.org',
    name: 'Piotr Wójcik',
    reason: 'Guest of the autumn school',
    days: 45,
  },
];

/**
 * What the desk finds at /admin/offers and /admin/grants. The rows alone, and no mails: the
 * provider hears of an offer when somebody first uses it, or within the hour.
 */
export async function saveOffers(ctx: Ctx, actorId: string, now: Date): Promise<void> {
  const startsAt = addDays(now, -20);
  await ctx.db.insert(offers).values(
    demoOffers.map((offer) => ({
      ...{ id: newId(), createdAt: startsAt, createdBy: actorId, startsAt },
      ...{ endsAt: addDays(now, 60), ...offer },
    })),
  );
  const tiers = await listTiers(ctx);
  const tier = tiers[Math.floor(tiers.length / 2)];
  if (!tier) return;
  for (const { email, name, reason, days } of demoGrants) {
    const supporterId = newId();
    await ctx.db
      .insert(supporters)
      .values({ id: supporterId, email, name, locale: 'en', createdAt: startsAt });
    await ctx.db.insert(grants).values({
      ...{ id: newId(), supporterId, tierId: tier.id, startsAt, reason, grantedBy: actorId },
      ...{ createdAt: startsAt, endsAt: days === null ? null : addDays(now, days) },
    });
  }
}
