import type { DaySpan } from '../../../domain/reports/report-range.ts';
import { type PaymentFilter, paymentQuery } from '../../../domain/reports/payment-filter.ts';

export interface PaymentsBehind extends Partial<
  Pick<PaymentFilter, 'kind' | 'source' | 'currency' | 'isFirst' | 'isWaiting'>
> {
  /** The currency that Stripe settled in. */
  readonly settlement?: string;
  readonly article?: string;
  /** What else the list is narrowed to. */
  readonly also?: Partial<PaymentFilter>;
}

/** The list of the payments behind a figure, without language prefix. */
export function paymentsPath(days: DaySpan, behind: PaymentsBehind): string {
  const { settlement, article, also, ...filter } = behind;
  return `/admin/payments${paymentQuery({
    ...{ from: days.from, to: days.to, ...filter },
    ...(settlement ? { settledIn: settlement } : {}),
    ...(article ? { articleId: article } : {}),
    ...also,
  })}`;
}
