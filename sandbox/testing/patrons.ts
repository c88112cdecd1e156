import { saveTiers } from '../../app/domain/memberships/save-tiers.server.ts';
import { startMembership } from '../../app/domain/memberships/start-membership.server.ts';
import { readMembershipOrder } from '../../app/domain/memberships/read-order.server.ts';
import type { Interval } from '../../app/kernel/giving-amounts.ts';
import { money } from '../../app/kernel/money.ts';
import { giftInput, payOnStripe } from './gifts.ts';
import type { TestProduct } from './product.ts';

/** Three tiers in euros: from 2, 10 and 25 a month, and ten times that a year. All open extras. */
export async function offerTiers({ services }: TestProduct): Promise<void> {
  const tier = (slug: string, rank: number, minimumMinor: number) => ({
    ...{ slug, rank, name: { en: slug, uk: slug }, description: { en: '', uk: '' } },
    perks: ['extras' as const],
    minimums: [
      { currency: 'EUR' as const, interval: 'month' as const, minimumMinor },
      { currency: 'EUR' as const, interval: 'year' as const, minimumMinor: minimumMinor * 10 },
    ],
  });
  await saveTiers(services, [
    tier('friend', 1, 200),
    tier('patron', 2, 1000),
    tier('benefactor', 3, 2500),
  ]);
}

export interface TestPatron {
  readonly membershipId: string;
  readonly supporterId: string;
  readonly email: string;
}

/** Somebody joins and pays, and everything that follows has happened. */
export async function joinAsPatron(
  product: TestProduct,
  parts: {
    email: string;
    amountMinor: number;
    interval?: Interval;
    card?: string;
    coversFee?: boolean;
    tierSlug?: string;
  },
): Promise<TestPatron> {
  const {
    email,
    amountMinor,
    card,
    interval = 'month',
    coversFee = false,
    tierSlug = null,
  } = parts;
  const started = await startMembership(product.services, {
    ...giftInput({ amount: money(amountMinor, 'EUR'), coversFee }),
    ...{ interval, tierSlug },
  });
  if (!started.ok) throw new Error(started.reason);
  payOnStripe(product.stripe, started.value.checkoutUrl, { email, ...(card ? { card } : {}) });
  await product.settle();
  const { membershipId } = started.value;
  const order = await readMembershipOrder(product.services, membershipId);
  return { membershipId, email, supporterId: order?.supporterId ?? '' };
}

/** Shorter than any month. */
const stepDays = 27;

/**
 * Time passes, as Stripe has it and as we do (for a product with `startsAt`). In steps, so that of
 * two renewals each is heard of in its time.
 */
export async function passDays(product: TestProduct, days: number): Promise<void> {
  const { engine } = product.stripe;
  for (let left = days; left > 0; left -= stepDays) {
    engine.advanceTo(Math.floor(engine.now() + Math.min(left, stepDays) * 86_400));
    await product.settle();
  }
}

/** Ends every subscription at once, so that nobody's renewals slow down the next test. */
export async function endEverySubscription(product: TestProduct): Promise<void> {
  const { engine } = product.stripe;
  for (const id of engine.store.order('subscription')) {
    const { ended_at: endedAt } = engine.request<{ ended_at: number | null }>(
      'GET',
      `/v1/subscriptions/${id}`,
    );
    if (endedAt === null) engine.request('DELETE', `/v1/subscriptions/${id}`);
  }
  await product.settle();
}
