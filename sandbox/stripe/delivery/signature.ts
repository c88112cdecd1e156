import { createHmac } from 'node:crypto';

/**
 * The `Stripe-Signature` header: a timestamp in seconds and an HMAC of it and the raw body
 * (https://docs.stripe.com/webhooks#verify-manually). While a secret is being rolled there is one
 * `v1` for each.
 */
export function signatureHeader(
  payload: string,
  secrets: readonly string[],
  timestamp: number,
): string {
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
    return `v1=${digest}`;
  });
  return [`t=${timestamp}`, ...signatures].join(',');
}
