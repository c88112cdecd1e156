import { desc, eq } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { articles } from '../../db/schema/articles.ts';
import { payments } from '../../db/schema/ledger.ts';
import { staffRoles, stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { addMoney, money } from '../../kernel/money.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedPayment } from './listed-payment.ts';
import { settlementOf } from './list-payments.server.ts';
import { mostShown, readSupporterEvents } from './read-supporter-events.server.ts';
import { newestFirst } from './sql-figures.server.ts';
import type { ProfileEvent, ProfileMembership, SupporterProfile } from './supporter-profile.ts';

/** One supporter with all that is known of them; null when there is none. A fixed number of queries. */
export async function readSupporterProfile(
  ctx: Ctx,
  input: { supporterId: string },
): Promise<SupporterProfile | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(input.supporterId)) return null;
  const [found] = await ctx.db
    .select({ supporter: supporters, role: staffRoles.role })
    .from(supporters)
    .leftJoin(staffRoles, eq(staffRoles.supporterId, supporters.id))
    .where(eq(supporters.id, input.supporterId))
    .limit(1);
  if (!found) return null;
  const { supporter, role } = found;
  const [newsroom, entitlement, customers, owned, paid] = await Promise.all([
    readNewsroom(ctx),
    decideEntitlement(ctx, { supporterId: supporter.id, role }),
    ctx.db
      .select({ id: stripeCustomers.stripeCustomerId })
      .from(stripeCustomers)
      .where(eq(stripeCustomers.supporterId, supporter.id))
      .orderBy(stripeCustomers.linkedAt),
    readMemberships(ctx, supporter.id),
    readPayments(ctx, supporter),
  ]);
  const events = await readSupporterEvents(ctx, {
    supporterId: supporter.id,
    email: supporter.email,
    membershipIds: owned.map((membership) => membership.id),
  });
  return {
    timeZone: newsroom.timeZone,
    id: supporter.id,
    email: supporter.email,
    name: supporter.name,
    publicName: supporter.publicName,
    locale: supporter.locale,
    country: supporter.country,
    createdAt: supporter.createdAt,
    emailVerifiedAt: supporter.emailVerifiedAt,
    erasedAt: supporter.erasedAt,
    mergedIntoId: supporter.mergedIntoId,
    role,
    customerIds: customers.map((row) => row.id),
    entitlement,
    memberships: owned,
    payments: paid,
    given: sumSettled(paid),
    events: [...events, ...paid.map(paymentEvent)].sort((a, b) => b.at.getTime() - a.at.getTime()),
    isCut: paid.length >= mostShown || events.length >= mostShown,
  };
}

function paymentEvent(payment: ListedPayment): ProfileEvent {
  return { what: 'payment', at: payment.occurredAt, kind: payment.kind, amount: payment.amount };
}

async function readMemberships(ctx: Ctx, supporterId: string): Promise<ProfileMembership[]> {
  const rows = await ctx.db
    .select({ membership: memberships, tierName: tiers.name })
    .from(memberships)
    .innerJoin(tiers, eq(tiers.id, memberships.tierId))
    .where(eq(memberships.supporterId, supporterId))
    .orderBy(desc(memberships.createdAt));
  return rows.map(({ membership, tierName }) => ({
    id: membership.id,
    status: membership.status,
    tierName,
    interval: membership.interval,
    amount: money(membership.amountMinor, membership.currency),
    createdAt: membership.createdAt,
    startedAt: membership.startedAt,
    endedAt: membership.endedAt,
    cancelAt: membership.cancelAt,
    currentPeriodEnd: membership.currentPeriodEnd,
    pastDueSince: membership.pastDueSince,
    cancelReason: membership.cancelReason,
    endedBecause: membership.endedBecause,
    stripeSubscriptionId: membership.stripeSubscriptionId,
  }));
}

async function readPayments(
  ctx: Ctx,
  supporter: { id: string; name: string | null; email: string },
): Promise<ListedPayment[]> {
  const rows = await ctx.db
    .select({ payment: payments, headline: articles.headline })
    .from(payments)
    .leftJoin(articles, eq(articles.id, payments.articleId))
    .where(eq(payments.supporterId, supporter.id))
    .orderBy(newestFirst(payments.occurredAt), payments.id)
    .limit(mostShown);
  return rows.map(({ payment, headline }) => ({
    id: payment.id,
    kind: payment.kind,
    source: payment.source,
    amount: money(payment.amountMinor, payment.currency),
    settlement: settlementOf(payment),
    occurredAt: payment.occurredAt,
    supporter: { id: supporter.id, name: supporter.name, email: supporter.email },
    article: payment.articleId && headline ? { id: payment.articleId, headline } : null,
    country: payment.country,
    stripeObjectId: payment.stripeObjectId,
    stripeChargeId: payment.stripeChargeId,
  }));
}

function sumSettled(paid: readonly ListedPayment[]): SupporterProfile['given'] {
  const sums = new Map<string, SupporterProfile['given'][number]>();
  for (const { settlement } of paid) {
    if (!settlement) continue;
    const known = sums.get(settlement.gross.currency);
    sums.set(
      settlement.gross.currency,
      known
        ? {
            gross: addMoney(known.gross, settlement.gross),
            fee: addMoney(known.fee, settlement.fee),
            net: addMoney(known.net, settlement.net),
          }
        : settlement,
    );
  }
  return [...sums.values()];
}
