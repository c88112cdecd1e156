import type { membershipChanges } from '../../../app/db/schema/memberships.ts';
import { monthlyMinor } from '../../../app/domain/memberships/membership.ts';
import type { ChargeFacts } from '../../../app/domain/ports/payments.ts';
import { newId } from '../../../app/platform/ids.ts';
import type { SubscriptionHistory } from './stripe-facts.ts';

export type ChangeRow = typeof membershipChanges.$inferInsert;

/**
 * What would have been noted of a membership as it happened: it began, a renewal failed and was
 * repaired, a cancellation was asked for, it ended.
 */
export function changesOf(
  membershipId: string,
  facts: SubscriptionHistory,
  charges: readonly ChargeFacts[],
): ChangeRow[] {
  const monthly = monthlyMinor(facts.amount.amountMinor, facts.interval);
  const changes: ChangeRow[] = [];
  const note = (kind: ChangeRow['kind'], at: Date, from = monthly, to = monthly) =>
    changes.push({
      id: newId(),
      membershipId,
      at,
      kind,
      fromMonthlyMinor: from,
      toMonthlyMinor: to,
      currency: facts.amount.currency,
    });

  note('started', facts.startedAt, 0, monthly);
  const failing = new Set<string | null>();
  for (const charge of charges) {
    if (!charge.isPaid && !failing.has(charge.invoiceId)) {
      failing.add(charge.invoiceId);
      note('payment_failed', charge.occurredAt);
    } else if (charge.isPaid && failing.has(charge.invoiceId)) {
      note('recovered', charge.occurredAt);
    }
  }
  if (facts.cancellationAskedAt) note('cancel_scheduled', facts.cancellationAskedAt);
  if (facts.endedAt) note('ended', facts.endedAt, monthly, 0);
  return changes;
}
