export type RefundOutcome = 'fails_later' | 'succeeds' | 'succeeds_later';

/** Cards whose refunds are not done at once (https://docs.stripe.com/testing#refunds). */
const CARDS: Record<string, RefundOutcome> = {
  '4000000000007726': 'succeeds_later',
  '4000000000005126': 'fails_later',
};

/** What becomes of a refund to a card or a bank account. */
export function refundOutcome(method: 'card' | 'sepa_debit', number: string): RefundOutcome {
  if (method === 'sepa_debit') return 'succeeds_later';
  return CARDS[number] ?? 'succeeds';
}
