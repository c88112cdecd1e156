import type { Stored } from './objects/tables.ts';

/** Parameters whose value names an object that a test clock may hold. */
const NAMING = [
  'customer',
  'subscription',
  'from_subscription',
  'schedule',
  'invoice',
  'payment_intent',
  'payment_method',
  'test_clock',
];

/**
 * The test clock by which an object lives: its own, or that of its customer; `null` for the
 * account's time (https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage).
 */
export function clockOf(
  find: (id: string) => Stored | undefined,
  object: Stored | undefined,
): string | null {
  if (!object) return null;
  if (object.object === 'sandbox.follow_up') return object.clock ?? null;
  const own: unknown = Reflect.get(object, 'test_clock');
  if (typeof own === 'string') return own;
  const owner: unknown = Reflect.get(object, 'customer');
  const customer = typeof owner === 'string' ? find(owner) : undefined;
  return customer?.object === 'customer' ? customer.test_clock : null;
}

/** The test clock in whose time a request happens: that of the first object which it names. */
export function clockOfRequest(
  find: (id: string) => Stored | undefined,
  id: string,
  params: Record<string, unknown>,
): string | null {
  for (const named of [id, ...NAMING.map((name) => params[name])]) {
    if (typeof named !== 'string' || named === '') continue;
    const object = find(named);
    if (object?.object === 'test_helpers.test_clock') {
      if (named !== id) return named;
      continue;
    }
    const clock = clockOf(find, object);
    if (clock !== null) return clock;
  }
  return null;
}
