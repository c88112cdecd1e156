import type { CurrencyCode } from '../../../kernel/currencies.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MovementKind } from '../recurring-revenue.ts';

type Translated = { readonly en: string; readonly uk: string };
export interface ListedPerson {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
}

/** One change of one membership, with whose it is. Amounts are monthly. */
export interface ListedChange {
  readonly id: string;
  readonly at: Date;
  readonly did: MovementKind | 'failed' | 'recovered';
  readonly person: ListedPerson | null;
  readonly tierName: Translated;
  readonly interval: Interval;
  readonly from: Money;
  readonly to: Money;
}

export interface ChangePage {
  readonly changes: readonly ListedChange[];
  readonly next: string | null;
}

/** What the changes of a filter come to, as the figure that leads to them says it. */
export interface ChangeSums {
  readonly count: number;
  /** There are more; the sums are then left out. */
  readonly isMore: boolean;
  readonly sums: readonly { readonly currency: CurrencyCode; readonly amountMinor: number }[];
}
