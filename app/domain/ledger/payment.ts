import type { Money } from '../../kernel/money.ts';
import type { OrderKind } from '../ports/payments.ts';
import type { MovementKind } from './movement.ts';

/** What a movement pays for, and whom and what it is credited to. */
export interface PaymentSource {
  readonly source: OrderKind;
  /** The donation's, membership's or gift's row. */
  readonly sourceId: string;
  readonly supporterId: string | null;
  readonly articleId: string | null;
  readonly askId: string | null;
  readonly campaignId: string | null;
}

/** One movement, as supporters and staff see it. */
export interface PaymentView {
  readonly id: string;
  readonly kind: MovementKind;
  readonly source: OrderKind;
  readonly sourceId: string;
  readonly supporterId: string | null;
  /** Signed from the newsroom's side. */
  readonly amount: Money;
  /** What of a charge has gone back by now; zero for the other kinds. */
  readonly returned: Money;
  readonly occurredAt: Date;
}
