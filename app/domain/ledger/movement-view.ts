import type { Money } from '../../kernel/money.ts';
import type { OrderKind } from '../ports/payments.ts';
import type { MovementKind } from './movement.ts';

/** One movement with the charge that it belongs to, as receipts and statements need it. */
export interface MovementView {
  readonly id: string;
  readonly kind: MovementKind;
  /** The row of the charge: of a charge, its own. Null when the charge was never recorded. */
  readonly chargeId: string | null;
  /** When the charge was made; null as above. */
  readonly chargedAt: Date | null;
  readonly source: OrderKind;
  /** The donation's, membership's or gift's row. */
  readonly sourceId: string;
  readonly supporterId: string | null;
  /** Signed from the newsroom's side. */
  readonly amount: Money;
  readonly occurredAt: Date;
  /** For a charge of a membership: until when it paid. */
  readonly periodEnd: Date | null;
}
