import { isGivingCurrency } from '../../../kernel/currencies.ts';
import type { Money } from '../../../kernel/money.ts';
import { readNewsroom } from '../../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../ports/context.ts';
import { listTiers } from '../list-tiers.server.ts';
import type { MembershipView } from '../membership.ts';
import type { EndingView } from './ending.ts';
import { tierFor } from '../tier.ts';
import { smallerAmount } from './smaller-amount.ts';

/** What could be done instead of ending, where that can be done at all. */
export interface Alternatives {
  /** With the tier that it is enough for. */
  readonly smaller: { readonly amount: Money; readonly tierSlug: string } | null;
  readonly canPause: boolean;
}

export const noAlternatives: Alternatives = { smaller: null, canPause: false };

/** Only one that simply goes on can be changed or paused. */
export async function readAlternatives(
  ctx: Ctx,
  membership: MembershipView,
  ending: EndingView,
): Promise<Alternatives> {
  if (ending.because !== 'period' || ending.endsNow || ending.state !== 'going_on') {
    return noAlternatives;
  }
  return { smaller: await readSmaller(ctx, membership), canPause: true };
}

async function readSmaller(
  ctx: Ctx,
  { amount, interval, tierSlug }: MembershipView,
): Promise<Alternatives['smaller']> {
  const { currency } = amount;
  if (!isGivingCurrency(currency)) return null;
  const tiers = await listTiers(ctx);
  const { amounts } = await readNewsroom(ctx);
  const minimums = tiers.map((tier) => tier.minimums[currency][interval]);
  const smaller = smallerAmount(amount, interval, minimums, amounts);
  if (!smaller) return null;
  const present = tiers.find(({ slug }) => slug === tierSlug);
  const isEnough =
    present && smaller.amountMinor >= present.minimums[currency][interval].amountMinor;
  const tier = isEnough ? present : tierFor(tiers, smaller.amountMinor, currency, interval);
  return tier && { amount: smaller, tierSlug: tier.slug };
}
