import type { OrderKind } from '../ports/payments.ts';
import { type Locale, localPath } from '../../kernel/locale.ts';

/** How long a Checkout stays open. Stripe allows 30 minutes to 24 hours. */
export const checkoutOpenMs = 60 * 60_000;

/** Where Stripe leads the reader afterwards. */
export function orderUrls(
  appUrl: string,
  locale: Locale,
  kind: OrderKind,
  id: string,
): { successUrl: string; cancelUrl: string } {
  return {
    successUrl: `${appUrl}${localPath(locale, `/thanks/${kind}/${id}`)}`,
    cancelUrl: `${appUrl}${localPath(locale, `/orders/${kind}/${id}`)}`,
  };
}
