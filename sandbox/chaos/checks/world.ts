import type Stripe from 'stripe';
import type { OpenedPage } from '../readers.ts';
import type { Stage } from '../stage.ts';
import type { Tally } from '../tally.ts';

/** What the checks look at when everything has come to rest. */
export interface World {
  readonly stage: Stage;
  readonly stripe: Stripe;
  readonly opened: readonly OpenedPage[];
  readonly tally: Tally;
}

/** The id in a field of Stripe's that may be expanded. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}
