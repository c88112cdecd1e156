import type { Money } from '../../kernel/money.ts';

/** A paid donation, as far as access goes. */
export interface DonorGift {
  readonly amount: Money;
  readonly returned: Money;
  readonly paidAt: Date;
}
