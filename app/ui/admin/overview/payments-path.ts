import type { DaySpan } from '../../../domain/reports/report-range.ts';

export interface PaymentsBehind {
  readonly kind?: 'charges' | 'refunds' | 'disputes';
  readonly source?: 'once' | 'recurring';
  /** The currency that the supporter was charged in. */
  readonly currency?: string;
  /** The currency that Stripe settled in. */
  readonly settlement?: string;
  readonly article?: string;
  readonly isWaiting?: boolean;
}

/** The list of the payments behind a figure, without language prefix. */
export function paymentsPath({ from, to }: DaySpan, behind: PaymentsBehind): string {
  const query = new URLSearchParams({ from, to });
  for (const name of ['kind', 'source', 'currency', 'settlement', 'article'] as const) {
    const value = behind[name];
    if (value) query.set(name, value);
  }
  if (behind.isWaiting) query.set('waiting', '1');
  return `/admin/payments?${query.toString()}`;
}
