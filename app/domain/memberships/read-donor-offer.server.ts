import { type GivingCurrency, givingCurrencies } from '../../kernel/currencies.ts';
import type { Money } from '../../kernel/money.ts';
import { suggestMonthly } from '../donations/donor-suggestion.ts';
import { listDonorGifts } from '../donations/list-donor-gifts.server.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { listTiers } from './list-tiers.server.ts';
import { hasLiveMembership } from './start-membership.server.ts';
import { tierFor } from './tier.ts';

/** A membership that fits what a donor has given so far. */
export interface DonorOffer {
  readonly amount: Money;
  readonly currency: GivingCurrency;
  readonly tierSlug: string;
  readonly tierName: { readonly en: string; readonly uk: string };
}

/** What to offer a donor to give each month instead; null for patrons, and for those who have given nothing. */
export async function readDonorOffer(ctx: Ctx, supporterId: string): Promise<DonorOffer | null> {
  const [gifts, tiers, isPatron, newsroom] = await Promise.all([
    listDonorGifts(ctx, supporterId),
    listTiers(ctx),
    hasLiveMembership(ctx, supporterId),
    readNewsroom(ctx),
  ]);
  const [lowest] = tiers;
  if (isPatron || !lowest) return null;
  const suggested = suggestMonthly({
    gifts,
    now: ctx.clock.now(),
    rules: newsroom.amounts,
    lowestTier: Object.fromEntries(
      givingCurrencies.map((currency) => [currency, lowest.minimums[currency].month]),
    ) as Record<GivingCurrency, Money>, // fromEntries forgets which keys it was given
  });
  if (!suggested) return null;
  const { amount, currency } = suggested;
  const tier = tierFor(tiers, amount.amountMinor, currency, 'month') ?? lowest;
  return { amount, currency, tierSlug: tier.slug, tierName: tier.name };
}
