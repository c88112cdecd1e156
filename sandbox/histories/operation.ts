import type { GivingCurrency } from '../../app/kernel/currencies.ts';
import type { Interval } from '../../app/kernel/giving-amounts.ts';
import { type Random, createRandom } from '../demo/history/random.ts';

/** One thing that somebody does: a reader, their bank, the newsroom in Stripe's Dashboard, or time. */
export type Operation = Readonly<
  | { kind: 'give'; reader: number; amountMinor: number; currency: GivingCurrency; how: Paying }
  | { kind: 'leave_checkout'; reader: number }
  | { kind: 'join'; reader: number; amountMinor: number; interval: Interval; how: Paying }
  /** Two Checkouts open at once, both paid; the reader comes back from both. */
  | { kind: 'join_twice'; reader: number; amountMinor: number }
  /** Back on the thank-you page of their latest order. */
  | { kind: 'come_back'; reader: number }
  | { kind: 'pass'; days: number }
  | { kind: 'spoil_card'; reader: number }
  | { kind: 'repair_card'; reader: number }
  | { kind: 'refund'; charge: number; share: number }
  | { kind: 'dispute'; charge: number; isInquiry: boolean }
  | { kind: 'close_dispute'; dispute: number; isWon: boolean }
  | { kind: 'cancel_at_end'; reader: number }
  | { kind: 'undo_cancellation'; reader: number }
  | { kind: 'cancel_now'; reader: number }
  | { kind: 'switch'; reader: number; amountMinor: number; isNow: boolean }
  | { kind: 'pause'; reader: number; days: number }
  | { kind: 'resume'; reader: number }
  /** The bank sends a payout back, days after it was called paid or before. */
  | { kind: 'fail_payout'; payout: number }
>;

/**
 * `declined_first`: a card that the bank refuses, then one that it takes. `unrefundable`: its
 * refunds fail days later. `debit...`: a bank debit that settles, or fails, days later.
 */
export type Paying =
  'card' | 'debit' | 'debit_failing' | 'declined_first' | 'disputed' | 'unrefundable';

/** What becomes of one event on its way to us. */
export interface Fate {
  /** How many copies come; 0: it is lost. */
  readonly copies: 0 | 1 | 2;
  /** After how many more operations each copy comes. */
  readonly delay: number;
  /** Its place among those that come at the same time. */
  readonly order: number;
}

export const readersInHistory = 4;

type Draw = (random: Random, reader: number) => Operation;

const gifts: readonly (readonly [GivingCurrency, readonly number[]])[] = [
  ['EUR', [100, 500, 2500, 12_345]],
  ['USD', [100, 1000, 9999]],
  ['GBP', [300, 2500]],
  ['UAH', [5000, 50_000]],
  ['JPY', [150, 2500]],
];

const draws: readonly (readonly [Draw, number])[] = [
  [
    (random, reader) => {
      const [currency, amounts] = random.pick(gifts);
      const how = random.weighted(paying);
      // A bank debit is in euros only.
      return how === 'debit' || how === 'debit_failing'
        ? { kind: 'give', reader, amountMinor: 2500, currency: 'EUR', how }
        : { kind: 'give', reader, amountMinor: random.pick(amounts), currency, how };
    },
    14,
  ],
  [(_, reader) => ({ kind: 'leave_checkout', reader }), 2],
  [
    (random, reader) => ({
      kind: 'join',
      reader,
      amountMinor: random.pick([600, 1000, 2000]),
      interval: random.weighted([
        ['month', 5],
        ['year', 1],
      ]),
      how: random.weighted([
        ['card', 8],
        ['declined_first', 1],
      ]),
    }),
    10,
  ],
  [(_, reader) => ({ kind: 'join_twice', reader, amountMinor: 600 }), 1],
  [(_, reader) => ({ kind: 'come_back', reader }), 8],
  [(random) => ({ kind: 'pass', days: random.pick([1, 3, 10, 32]) }), 14],
  [(_, reader) => ({ kind: 'spoil_card', reader }), 5],
  [(_, reader) => ({ kind: 'repair_card', reader }), 5],
  [
    (random) => ({
      kind: 'refund',
      charge: random.whole(0, 99),
      share: random.pick([0.25, 0.5, 1, 1]),
    }),
    7,
  ],
  [
    (random) => ({
      kind: 'dispute',
      charge: random.whole(0, 99),
      isInquiry: random.chance(0.25),
    }),
    4,
  ],
  [
    (random) => ({
      kind: 'close_dispute',
      dispute: random.whole(0, 99),
      isWon: random.chance(0.5),
    }),
    4,
  ],
  [(_, reader) => ({ kind: 'cancel_at_end', reader }), 4],
  [(_, reader) => ({ kind: 'undo_cancellation', reader }), 3],
  [(_, reader) => ({ kind: 'cancel_now', reader }), 2],
  [
    (random, reader) => ({
      kind: 'switch',
      reader,
      amountMinor: random.pick([500, 900, 1500, 3000]),
      isNow: random.chance(0.5),
    }),
    6,
  ],
  [(random, reader) => ({ kind: 'pause', reader, days: random.pick([20, 45]) }), 3],
  [(_, reader) => ({ kind: 'resume', reader }), 2],
  [(random) => ({ kind: 'fail_payout', payout: random.whole(0, 99) }), 2],
];

const paying: readonly (readonly [Paying, number])[] = [
  ['card', 10],
  ['declined_first', 2],
  ['disputed', 2],
  ['unrefundable', 2],
  ['debit', 2],
  ['debit_failing', 1],
];

/** The operations of a history; the same seed gives the same ones. */
export function drawOperations(seed: number, count: number): Operation[] {
  const random = createRandom(seed, 'operations');
  return Array.from({ length: count }, () =>
    random.weighted(draws)(random, random.whole(0, readersInHistory - 1)),
  );
}

/**
 * What becomes of the `nth` event of an operation. It depends on nothing else, so that leaving
 * operations out of a failing history changes nothing for the rest.
 */
export function drawFate(seed: number, operation: number, nth: number): Fate {
  const random = createRandom(seed, `fate ${operation} ${nth}`);
  return {
    copies: random.weighted([
      [0, 2],
      [1, 5],
      [2, 2],
    ]),
    delay: random.weighted([
      [0, 5],
      [1, 2],
      [random.whole(2, 20), 2],
    ]),
    order: random.next(),
  };
}
