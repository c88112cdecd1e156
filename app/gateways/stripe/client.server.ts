import Stripe from 'stripe';

export interface StripeOptions {
  readonly secretKey: string;
  /** The sandbox's address, or null for Stripe itself. */
  readonly apiBase: string | null;
  /** Marks our objects, so that a test copy of the site never takes the real one's for its own. */
  readonly environment: string;
}

/** The API version that everything is written for. Webhook endpoints must be created with it too. */
export const stripeApiVersion = '2026-10-28.endive';

/** Live keys move money; objects and events of the two modes never mix. */
export function isLiveKey(secretKey: string): boolean {
  return secretKey.includes('_live_');
}

/** Short enough that a reader is told rather than left waiting; the SDK retries once with the same idempotency key. */
const timeoutMs = 8_000;

export function createStripeClient({
  secretKey,
  apiBase,
}: Omit<StripeOptions, 'environment'>): Stripe {
  const base = apiBase ? new URL(apiBase) : null;
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    appInfo: { name: 'Masthead' },
    ...(base
      ? {
          host: base.hostname,
          port: base.port,
          protocol: base.protocol === 'https:' ? ('https' as const) : ('http' as const),
        }
      : {}),
  });
}
