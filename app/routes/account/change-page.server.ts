import type { GivingFormView, GivingProblems } from '../../domain/asks/giving-form.ts';
import { barrierOf } from '../../domain/memberships/changes/membership-change.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { isLive } from '../../domain/memberships/membership.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { subtractMoney } from '../../kernel/money.ts';
import type { ChangeBarrierReason } from '../../ui/account/change/change-barrier.tsx';
import type { RequestArgs } from '../../web/context.ts';
import { inMajorUnits } from '../giving/join-page.server.ts';
import { type ChangeFields, toGivingFields } from './change-fields.server.ts';

/** What is wrong with the choice as a whole. */
export type ChangeFormProblem =
  'tier_unknown' | 'below_tier_minimum' | 'other_currency' | 'nothing_changes';

/** The membership, the tiers and the newsroom, as the change's pages need them. */
export async function readChangePage({ context }: RequestArgs, supporterId: string) {
  const ctx = context.services;
  const [newsroom, membership, tiers] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporterId),
    listTiers(ctx),
  ]);
  const currency = membership?.amount.currency;
  const isInForce = membership !== null && isLive(membership.status) && !membership.endedAt;
  return {
    newsroom: { timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    rules: newsroom.amounts,
    tiers,
    membership: isInForce ? membership : null,
    currency: currency && isGivingCurrency(currency) ? currency : null,
  };
}

type Page = Awaited<ReturnType<typeof readChangePage>>;

export function barrierOfPage({ membership, currency }: Page): ChangeBarrierReason | null {
  if (!membership || !currency) return 'no_membership';
  return barrierOf(membership);
}

/** Draws the page: with what was typed, or with the membership as it is. */
export function changePage(
  page: Page,
  more: {
    readonly fields?: ChangeFields | null;
    readonly problems?: GivingProblems;
    readonly formProblem?: ChangeFormProblem | null;
    readonly barrier?: ChangeBarrierReason;
  } = {},
) {
  const { newsroom, membership, tiers, rules } = page;
  const currency = page.currency ?? 'EUR';
  const present: ChangeFields | null = membership && {
    tier: membership.tierSlug,
    frequency: membership.interval === 'year' ? 'yearly' : 'monthly',
    ownAmount: inMajorUnits(subtractMoney(membership.amount, membership.feeCover)),
    coversFee: membership.feeCover.amountMinor > 0,
  };
  const fields = more.fields ?? present;
  const form: GivingFormView = {
    rules,
    currency,
    currencies: [currency],
    frequency: fields?.frequency ?? 'monthly',
    ...{ articleSlug: null, askId: null, askVariant: null, campaignSlug: null, referrerHost: null },
    typed: fields && toGivingFields(fields, currency),
    problems: more.problems ?? {},
  };
  const isOffered = tiers.some(({ slug }) => slug === fields?.tier);
  return {
    newsroom,
    barrier: more.barrier ?? barrierOfPage(page),
    formProblem: more.formProblem ?? null,
    form,
    tiers,
    tierSlug: isOffered && fields ? fields.tier : (tiers[0]?.slug ?? ''),
    present: membership && {
      tierName: membership.tierName,
      amount: membership.amount,
      interval: membership.interval,
    },
    next: membership?.next ? { ...membership.next, at: membership.next.at.toISOString() } : null,
  };
}
