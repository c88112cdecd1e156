import { subtractMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { localPath } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';
import { inMajorUnits } from './join-page.server.ts';
import type { OwnOrder } from './read-own-order.server.ts';

/** An order that is not paid, as its page shows it. */
export type OrderPageView =
  | { readonly state: 'neutral' }
  | {
      readonly state: 'open' | 'processing' | 'failed' | 'expired' | 'unsure';
      readonly amount: Money;
      readonly interval: 'month' | 'year' | null;
      readonly failure: MessageKey;
      readonly checkoutUrl: string | null;
      /** The form with the same choices. */
      readonly againPath: string;
      readonly back: { readonly path: string; readonly headline: string | null } | null;
    };

/** The provider's decline codes in plain words; any other is a plain "declined". */
const failures: Record<string, MessageKey> = {
  insufficient_funds: 'giving.failure.funds',
  expired_card: 'giving.failure.expired',
  incorrect_cvc: 'giving.failure.cvc',
  processing_error: 'giving.failure.processing',
  try_later: 'giving.failure.processing',
  authentication_required: 'giving.failure.authentication',
  payment_intent_authentication_failure: 'giving.failure.authentication',
};

/** What the page of an unpaid order says. A paid one has its thank-you page instead. */
export function orderPage(
  args: RequestArgs,
  { order, isOwn, article, isUnsure }: OwnOrder,
): OrderPageView {
  if (!isOwn || order.status === 'paid') return { state: 'neutral' };
  const locale = localeOf(args.request);
  const gift = subtractMoney(order.amount, order.feeCover);
  const frequency =
    order.interval === null ? 'once' : order.interval === 'month' ? 'monthly' : 'yearly';
  const again = new URLSearchParams({
    frequency,
    currency: order.amount.currency,
    amount: inMajorUnits(gift),
    ...(article ? { article: article.slug } : {}),
  });
  const back = order.returnTo ?? (article ? localPath(locale, article.path) : null);
  return {
    state: isUnsure && order.status === 'open' ? 'unsure' : order.status,
    amount: order.amount,
    interval: order.interval,
    failure: failures[order.failureCode ?? ''] ?? 'giving.failure.declined',
    checkoutUrl: order.checkoutUrl,
    againPath:
      order.kind === 'gift'
        ? localPath(locale, '/gift')
        : `${localPath(locale, '/donate')}?${again}`,
    back: back ? { path: back, headline: article?.headline ?? null } : null,
  };
}
