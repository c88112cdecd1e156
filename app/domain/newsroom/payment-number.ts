/**
 * The number that stands on a receipt, short enough to be read out: the day (UTC) and the last ten
 * digits of the payment's id, "20261122-4F09A1C2D3".
 */
export function paymentNumber(payment: { readonly id: string; readonly occurredAt: Date }): string {
  const day = payment.occurredAt.toISOString().slice(0, 10).replaceAll('-', '');
  return `${day}-${payment.id.replaceAll('-', '').slice(-10).toUpperCase()}`;
}
