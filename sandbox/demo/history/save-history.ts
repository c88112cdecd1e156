import { donations } from '../../../app/db/schema/donations.ts';
import { mails } from '../../../app/db/schema/mail.ts';
import { membershipChanges, memberships } from '../../../app/db/schema/memberships.ts';
import { stripeCustomers, supporters } from '../../../app/db/schema/supporters.ts';
import { listTiers } from '../../../app/domain/memberships/list-tiers.server.ts';
import { recordBalance } from '../../../app/domain/ledger/record-balance.server.ts';
import { recordDisputes } from '../../../app/domain/ledger/record-charge.server.ts';
import { writePayout } from '../../../app/domain/ledger/record-payout.server.ts';
import { movementsOf } from '../../../app/domain/ledger/movement.ts';
import {
  type MovementToRecord,
  recordMovements,
} from '../../../app/domain/ledger/record-movements.server.ts';
import type { Ctx } from '../../../app/domain/ports/context.ts';
import type { ChargeFacts } from '../../../app/domain/ports/payments.ts';
import { newId } from '../../../app/platform/ids.ts';
import { insertRows } from './insert-rows.ts';
import { changesOf } from './membership-changes.ts';
import { type DonationRow, type MembershipRow, donationRow, membershipRow } from './order-rows.ts';
import { ownersOf } from './owners.ts';
import type { Plan, PlannedOrder } from './plan-types.ts';
import type { StripeFacts } from './stripe-facts.ts';

export interface SavedHistory {
  readonly supporters: number;
  readonly donations: number;
  readonly memberships: number;
  readonly payments: number;
}

/**
 * Writes the people, orders and payments of a plan as Stripe tells them by now. The ledger is
 * written by its own use case. Caller's duty: a transaction, the content saved before, and a
 * database without these rows.
 */
export async function saveHistory(
  ctx: Ctx,
  plan: Plan,
  stripe: StripeFacts,
): Promise<SavedHistory> {
  const checkouts = new Map(stripe.checkouts.map((entry) => [entry.order?.orderId ?? '', entry]));
  const subscriptions = new Map(stripe.subscriptions.map((entry) => [entry.subscriptionId, entry]));
  const begun = plan.orders.filter((order) => checkouts.has(order.id));
  const owners = ownersOf(plan.seed, begun, checkouts);
  const chargesOf = chargesByOrder(stripe.charges);
  const tierIds = new Map((await listTiers(ctx)).map((tier) => [tier.slug, tier.id]));

  const donationRows: DonationRow[] = [];
  const membershipRows: MembershipRow[] = [];
  const changes = [];
  for (const order of begun) {
    const checkout = checkouts.get(order.id);
    if (!checkout) continue;
    const owner = owners.ownerOf(order);
    const charges = chargesOf.get(order.id) ?? [];
    if (order.kind === 'donation') {
      donationRows.push(donationRow(order, owner, checkout, charges.at(-1)));
      continue;
    }
    const tierId = tierIds.get(order.tierSlug ?? '');
    if (!tierId) throw new Error(`There is no tier ${order.tierSlug}`);
    const subscription = subscriptions.get(checkout.subscriptionId ?? '');
    membershipRows.push(
      membershipRow(order, { ...owner, tierId }, checkout, subscription, charges),
    );
    if (subscription) changes.push(...changesOf(order.id, subscription, charges));
  }
  await insertRows(ctx.db, supporters, owners.supporterRows);
  await insertRows(ctx.db, stripeCustomers, owners.customerRows);
  await insertRows(ctx.db, donations, donationRows);
  await insertRows(ctx.db, memberships, membershipRows);
  await insertRows(ctx.db, membershipChanges, changes);

  const movements = begun.flatMap((order) =>
    (chargesOf.get(order.id) ?? []).flatMap((charge) =>
      movementsToRecord(order, owners.ownerOf(order).supporterId, charge),
    ),
  );
  const recorded = await recordMovements(ctx, movements);
  await recordBalance(ctx, stripe.otherBalance);
  for (const payout of stripe.payouts) await writePayout(ctx, payout);
  await recordDisputes(
    ctx,
    begun.flatMap(({ id, kind }) =>
      (chargesOf.get(id) ?? []).map((facts) => ({ facts, source: { source: kind, sourceId: id } })),
    ),
  );
  const charged = new Map(
    recorded
      .filter(({ kind }) => kind === 'charge')
      .map((row) => [row.stripeObjectId, row.paymentId]),
  );
  await insertRows(
    ctx.db,
    mails,
    begun.flatMap((order) => sentMails(order, chargesOf.get(order.id) ?? [], charged)),
  );
  return {
    supporters: owners.supporterRows.length,
    donations: donationRows.length,
    memberships: membershipRows.length,
    payments: recorded.length,
  };
}

function movementsToRecord(
  { id, kind, attribution }: PlannedOrder,
  supporterId: string | null,
  charge: ChargeFacts,
): MovementToRecord[] {
  const { articleId, askId, campaignId } = attribution;
  const source = { source: kind, sourceId: id, supporterId, articleId, askId, campaignId };
  return movementsOf(charge).map((movement) => ({ movement, source, charge }));
}

/** The mails that went out at the time: they stand in the outbox, so that nothing sends them again. */
function sentMails(
  { id, kind, supporter }: PlannedOrder,
  charges: readonly ChargeFacts[],
  paymentIds: ReadonlyMap<string, string>,
) {
  const sent = (template: string, subjectId: string, at: Date) => ({
    id: newId(),
    template,
    subjectId,
    recipient: supporter.email,
    locale: supporter.locale,
    status: 'sent' as const,
    attempts: 1,
    createdAt: at,
    sentAt: at,
  });
  const receipts = charges.flatMap(({ chargeId, occurredAt }) => {
    const paymentId = paymentIds.get(chargeId);
    return paymentId ? [sent('receipt', paymentId, occurredAt)] : [];
  });
  const first = charges[0];
  if (kind === 'donation' || !first?.isPaid) return receipts;
  return [sent('membership-welcome', id, first.occurredAt), ...receipts];
}

function chargesByOrder(charges: readonly ChargeFacts[]): Map<string, ChargeFacts[]> {
  const found = new Map<string, ChargeFacts[]>();
  for (const charge of charges) {
    const orderId = charge.order?.orderId ?? '';
    const known = found.get(orderId);
    if (known) known.push(charge);
    else found.set(orderId, [charge]);
  }
  return found;
}
