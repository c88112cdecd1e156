import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { memberships, tiers } from '../../db/schema/memberships.ts';
import { articles } from '../../db/schema/articles.ts';
import { disputes, payments } from '../../db/schema/ledger.ts';
import { mails } from '../../db/schema/mail.ts';
import { staffRoles, stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import { decideEntitlement } from '../entitlements/decide-entitlement.server.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedPayment } from './listed-payment.ts';
import { settlementOf } from './list-payments.server.ts';
import { newestFirst, wholeNumber } from './sql-figures.server.ts';
import type { ProfileMembership, ProfileWarning, SupporterProfile } from './supporter-profile.ts';

/** Of the payments, the newest. */
const mostShown = 100;

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
  const [newsroom, entitlement, customers, owned, paid, given, toSee] = await Promise.all([
    readNewsroom(ctx),
    decideEntitlement(ctx, { supporterId: supporter.id, role }),
    ctx.db
      .select({ id: stripeCustomers.stripeCustomerId })
      .from(stripeCustomers)
      .where(eq(stripeCustomers.supporterId, supporter.id))
      .orderBy(stripeCustomers.linkedAt),
    readMemberships(ctx, supporter.id),
    readPayments(ctx, supporter),
    sumSettled(ctx, supporter.id),
    readWarnings(ctx, supporter),
  ]);
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
    payments: paid.slice(0, mostShown),
    given,
    isCut: paid.length > mostShown,
    warnings: [...failing(owned), ...toSee],
  };
}

function failing(owned: readonly ProfileMembership[]): ProfileWarning[] {
  return owned.flatMap(({ id, pastDueSince, endedAt }) =>
    pastDueSince && !endedAt
      ? [{ what: 'payment_failing', membershipId: id, since: pastDueSince }]
      : [],
  );
}

/** Disputes that wait for an answer, and the last mail if it came to nothing. Two queries. */
async function readWarnings(
  ctx: Ctx,
  supporter: { readonly id: string; readonly email: string },
): Promise<ProfileWarning[]> {
  const [open, [last]] = await Promise.all([
    ctx.db
      .select({ disputeId: disputes.stripeDisputeId, dueBy: disputes.dueBy })
      .from(payments)
      .innerJoin(disputes, eq(disputes.stripeDisputeId, payments.stripeObjectId))
      .where(
        and(
          eq(payments.supporterId, supporter.id),
          eq(payments.kind, 'dispute'),
          inArray(disputes.status, ['needs_response', 'warning_needs_response']),
        ),
      ),
    ctx.db
      .select({ status: mails.status, at: mails.createdAt })
      .from(mails)
      .where(eq(mails.recipient, supporter.email))
      .orderBy(desc(mails.createdAt))
      .limit(1),
  ]);
  return [
    ...open.map((dispute) => ({ what: 'dispute_open' as const, ...dispute })),
    ...(last?.status === 'failed' ? [{ what: 'mail_failed' as const, at: last.at }] : []),
  ];
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
    .limit(mostShown + 1);
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

async function sumSettled(ctx: Ctx, supporterId: string): Promise<SupporterProfile['given']> {
  const sums = await ctx.db
    .select({
      currency: sql<string>`${payments.settlementCurrency}`,
      gross: wholeNumber(sql`sum(${payments.settlementGrossMinor})`),
      fee: wholeNumber(sql`sum(${payments.feeMinor})`),
      net: wholeNumber(sql`sum(${payments.netMinor})`),
    })
    .from(payments)
    .where(and(eq(payments.supporterId, supporterId), isNotNull(payments.settlementCurrency)))
    .groupBy(payments.settlementCurrency)
    .orderBy(payments.settlementCurrency);
  return sums.map(({ currency, gross, fee, net }) => ({
    gross: money(gross, currency),
    fee: money(fee, currency),
    net: money(net, currency),
  }));
}
