import type { CollectionFacts } from '../../ports/subscription-facts.ts';

/** What our row says of how a membership is paid. Nothing, when the provider was not asked. */
export function collectionColumns(facts: CollectionFacts | null) {
  if (!facts) return {};
  const { card, open } = facts;
  return {
    openInvoiceId: open?.invoiceId ?? null,
    openAmountMinor: open?.amount.amountMinor ?? null,
    paymentTrouble: open?.trouble ?? null,
    paymentAttempts: open?.attempts ?? 0,
    nextAttemptAt: open?.nextAttemptAt ?? null,
    cardBrand: card?.brand ?? null,
    cardLast4: card?.last4 ?? null,
    cardExpMonth: card?.expMonth ?? null,
    cardExpYear: card?.expYear ?? null,
  };
}
