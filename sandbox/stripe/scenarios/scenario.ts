import type Stripe from 'stripe';

/** What a scenario finds out: codes, statuses, sums; never an id or a moment. */
export type Facts = Readonly<Record<string, boolean | number | string | null>>;

/** What a scenario may use. It knows nothing of which Stripe is at the other end. */
export interface Tools {
  readonly stripe: Stripe;
  /** A customer of this run, with a card of Stripe's test tokens as the default one. */
  customer(card: string, options?: { clock?: string }): Promise<Stripe.Customer>;
  /** A product of this run. */
  product(): Promise<Stripe.Product>;
  /** A test clock that starts on 2040-01-15; removed with everything on it at the end. */
  clock(): Promise<Stripe.TestHelpers.TestClock>;
  /** Moves a clock on by whole days and waits until it is ready. */
  pass(clock: string, days: number): Promise<void>;
  /** Asks again until it is not null; Stripe does some things a moment later. */
  eventually<T>(ask: () => Promise<T | null>): Promise<T>;
}

/**
 * A piece of Stripe's behaviour that Masthead counts on, as requests of the SDK and the facts that
 * must come of them. The same runs against the sandbox and, when keys are given, against Stripe.
 */
export interface Scenario {
  readonly name: string;
  /** Where Stripe documents it. */
  readonly source: string;
  readonly expected: Facts;
  run(tools: Tools): Promise<Facts>;
}

/** The code of the error that a request ends with, or `none`. */
export async function errorCode(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'none';
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return error.code;
    if (error instanceof Error && 'type' in error && typeof error.type === 'string')
      return error.type;
    throw error;
  }
}
