import { readReturn } from '../../domain/memberships/ending/read-return.server.ts';
import type { Ctx } from '../../domain/ports/context.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { type ReturnView, toFormerView } from '../../ui/account/ending/return-view.ts';
import { inMajorUnits } from '../giving/join-page.server.ts';

/** The memberships that somebody had, and the form that begins the last one anew. */
export async function readReturnView(ctx: Ctx, supporterId: string): Promise<ReturnView> {
  const { former, back } = await readReturn(ctx, supporterId);
  const currency = back?.amount.currency ?? '';
  return {
    former: former.map(toFormerView),
    back:
      back && isGivingCurrency(currency)
        ? {
            ...back,
            currency,
            frequency: back.interval === 'month' ? 'monthly' : 'yearly',
            ownAmount: inMajorUnits(back.amount),
          }
        : null,
  };
}
