import { readReturn } from '../../domain/memberships/ending/read-return.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../domain/ports/context.ts';
import { type ReturnView, toFormerView } from '../../ui/account/ending/return-view.ts';
import { inMajorUnits } from '../giving/join-page.server.ts';

/** The memberships that somebody had, and the form that begins the last one anew, if its currency is offered still. */
export async function readReturnView(ctx: Ctx, supporterId: string): Promise<ReturnView> {
  const { former, back } = await readReturn(ctx, supporterId);
  const { currencies } = await readNewsroom(ctx);
  const currency = currencies.find((one) => one === back?.amount.currency);
  return {
    former: former.map(toFormerView),
    back:
      back && currency
        ? {
            ...back,
            currency,
            frequency: back.interval === 'month' ? 'monthly' : 'yearly',
            ownAmount: inMajorUnits(back.amount),
          }
        : null,
  };
}
