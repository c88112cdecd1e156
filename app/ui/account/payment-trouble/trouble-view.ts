import type { Collection } from '../../../domain/memberships/collection/collection.ts';
import type { Money } from '../../../kernel/money.ts';

/** A payment that waits for its patron; instants as ISO 8601. */
export interface TroubleView {
  readonly trouble: 'failed' | 'needs_confirmation';
  /** What is open. */
  readonly amount: Money;
  /** When the extras close, or closed; null when the tier opens none. */
  readonly closesAt: string | null;
  readonly isClosed: boolean;
  /** When it is tried again by itself. */
  readonly nextAttemptAt: string | null;
}

/** Null: nothing waits for the patron. */
export function troubleOf(collection: Collection | null): TroubleView | null {
  if (collection?.state !== 'failed' && collection?.state !== 'needs_confirmation') return null;
  return {
    trouble: collection.state,
    amount: collection.amount,
    closesAt: collection.closesAt?.toISOString() ?? null,
    isClosed: collection.isClosed,
    nextAttemptAt: collection.nextAttemptAt?.toISOString() ?? null,
  };
}
