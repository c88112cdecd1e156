import type Stripe from 'stripe';
import type {
  RefundFailure,
  RefundInput,
  RefundPayments,
} from '../../domain/ports/payments-refunds.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { classifyRefundError } from './classify-error.ts';
import { appMark } from './facts.ts';

/** Refunds of single charges: https://docs.stripe.com/refunds */
export function createRefunding(stripe: Stripe, environment: string): RefundPayments {
  return {
    async refundCharge(input): Promise<Result<{ stripeRefundId: string }, RefundFailure>> {
      try {
        // An idempotency key is kept for a day or more, a try may come later; the metadata stays.
        const made = await findRefund(stripe, input);
        if (made) return ok({ stripeRefundId: made.id });
        const refund = await stripe.refunds.create(
          {
            charge: input.chargeId,
            amount: input.amount.amountMinor,
            reason: input.reason,
            metadata: { app: appMark, env: environment, refund_id: input.refundId },
          },
          { idempotencyKey: `refund:${input.refundId}` },
        );
        return ok({ stripeRefundId: refund.id });
      } catch (error) {
        const reason = classifyRefundError(error);
        if (reason) return fail(reason);
        throw error;
      }
    },
  };
}

async function findRefund(stripe: Stripe, input: RefundInput): Promise<Stripe.Refund | undefined> {
  const { data } = await stripe.refunds.list({ charge: input.chargeId, limit: 100 });
  return data.find(({ metadata }) => metadata?.['refund_id'] === input.refundId);
}
