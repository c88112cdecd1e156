import {
  type SQL,
  and,
  eq,
  gte,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  sql,
} from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { grants } from '../../db/schema/grants.ts';
import { payments } from '../../db/schema/ledger.ts';
import { membershipChanges, memberships, tiers } from '../../db/schema/memberships.ts';
import { supporterFacts, supporterGiven } from '../../db/schema/supporter-facts.ts';
import { staffRoles, stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { addMonths, dayIn } from '../../kernel/dates.ts';
import { liveStatuses } from '../memberships/membership.ts';
import { type Span, spanOfMonth } from './report-month.ts';
import { containing } from './sql-figures.server.ts';
import type { SupporterFilter, SupporterGroup } from './supporter-filter.ts';

/** What a filter is read against. */
export interface FilterMoment {
  readonly timeZone: string;
  readonly now: Date;
}

/** A query about people names these tables when it needs them. */
export interface SupporterCondition {
  readonly where: SQL | undefined;
  /** Asks `supporter_facts` for something. */
  readonly needsFacts: boolean;
  /** Asks for nothing else: who was merged has no facts, so the people themselves need not be read. */
  readonly isOfFactsAlone: boolean;
}

/** What a filter asks of a row of `supporters`, joined with its facts when it needs them. */
export function supporterCondition(
  filter: SupporterFilter,
  moment: FilterMoment,
): SupporterCondition {
  const onFacts = factsConditions(filter, moment);
  const given = givenCondition(filter);
  const isOfFactsAlone = onFacts.length > 0 && !filter.search && !given;
  return {
    where: and(
      // Who was merged into another is one and the same person.
      isOfFactsAlone ? undefined : isNull(supporters.mergedIntoId),
      filter.search ? matches(filter.search) : undefined,
      given,
      ...onFacts,
    ),
    needsFacts: onFacts.length > 0,
    isOfFactsAlone,
  };
}

/** The beginnings of the ids of Stripe's by which somebody is found. They are looked up whole. */
const stripeId = /^(cus|ch|py|pi|sub|in|re|pyr|dp|du)_[A-Za-z0-9_]+$/;
const ownId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Shorter than this has no trigram of its own, so only the beginnings of words are looked at. */
const shortest = 3;

/** May many have it? No id, no beginning of a word, and no part of an address that only one has. */
export function isWordSearch(search: string): boolean {
  return search.length >= shortest && !/[@\d]/.test(search);
}

function matches(search: string): SQL | undefined {
  if (stripeId.test(search)) return sql`${supporters.id} in (${ofStripeId(search)})`;
  if (ownId.test(search)) return eq(supporters.id, search.toLowerCase());
  if (search.length < shortest) {
    const begins = containing(search).slice(1);
    return or(
      ilike(supporters.email, begins.toLowerCase()),
      ilike(supporters.name, begins),
      ilike(supporters.name, `% ${begins}`),
    );
  }
  const anywhere = containing(search);
  const contains = (email: SQL | PgColumn, name: SQL | PgColumn) =>
    or(ilike(email, anywhere.toLowerCase()), ilike(name, anywhere));
  if (search.indexOf('@') < 1) return contains(supporters.email, supporters.name);
  // Parts of most addresses are common ("@", "mail", ".com"): whose begins with it is found at once.
  const begins = sql`begun.email like ${containing(search).slice(1).toLowerCase()}`;
  return sql`${supporters.id} in (
    select begun.id from supporters begun where ${begins}
    union all
    select other.id from supporters other where ${contains(sql`other.email`, sql`other.name`)}
      and not exists (select 1 from supporters begun where ${begins}))`;
}

function ofStripeId(id: string): SQL {
  switch (id.slice(0, id.indexOf('_'))) {
    case 'cus':
      return sql`select ${stripeCustomers.supporterId} from ${stripeCustomers} where ${stripeCustomers.stripeCustomerId} = ${id}`;
    case 'sub':
      return sql`select ${memberships.supporterId} from ${memberships} where ${memberships.stripeSubscriptionId} = ${id}`;
    case 'pi':
      return paidBy(sql`${payments.stripePaymentIntentId} = ${id}`);
    case 'in':
      return paidBy(sql`${payments.stripeInvoiceId} = ${id}`);
    case 'ch':
    case 'py':
      return paidBy(sql`${payments.stripeChargeId} = ${id}`);
    default:
      return paidBy(
        sql`${payments.kind} in ('refund', 'refund_failure', 'dispute', 'dispute_reversal') and ${payments.stripeObjectId} = ${id}`,
      );
  }
}

function paidBy(condition: SQL): SQL {
  return sql`select ${payments.supporterId} from ${payments} where ${condition}`;
}

function givenCondition({ givenIn, givenFrom, givenUntil }: SupporterFilter): SQL | undefined {
  if (givenIn === null || (givenFrom === null && givenUntil === null)) return undefined;
  const inRange = and(
    eq(supporterGiven.currency, givenIn),
    givenFrom === null ? undefined : gte(supporterGiven.givenMinor, givenFrom),
    givenUntil === null ? undefined : lte(supporterGiven.givenMinor, givenUntil),
  );
  return sql`${supporters.id} in (select ${supporterGiven.supporterId} from ${supporterGiven} where ${inRange})`;
}

function factsConditions(filter: SupporterFilter, moment: FilterMoment): SQL[] {
  const inMonth = (column: PgColumn, month: string) => {
    const { from, until } = spanOfMonth(month, moment.timeZone);
    return and(gte(column, from), lt(column, until));
  };
  const live = inArray(supporterFacts.membershipStatus, [...liveStatuses]);
  const { tier, country, language, articleId, campaignId, joined, still, firstGift } = filter;
  return [
    filter.group ? groupCondition(filter.group, filter, moment) : undefined,
    tier
      ? sql`${supporterFacts.tierId} = (select ${tiers.id} from ${tiers} where ${tiers.slug} = ${tier})`
      : undefined,
    country ? eq(supporterFacts.country, country) : undefined,
    language ? eq(supporterFacts.locale, language) : undefined,
    articleId ? eq(supporterFacts.wonByArticleId, articleId) : undefined,
    campaignId ? eq(supporterFacts.wonByCampaignId, campaignId) : undefined,
    joined ? inMonth(supporterFacts.firstMembershipAt, joined) : undefined,
    firstGift ? inMonth(supporterFacts.firstChargeAt, firstGift) : undefined,
    still === true ? live : undefined,
    still === false ? or(isNull(supporterFacts.membershipStatus), sql`not ${live}`) : undefined,
  ].filter((condition) => condition !== undefined);
}

function groupCondition(
  group: SupporterGroup,
  filter: SupporterFilter,
  { timeZone, now }: FilterMoment,
): SQL | undefined {
  const inCurrency = filter.currency
    ? sql`exists (select 1 from ${memberships} where ${memberships.id} = ${supporterFacts.membershipId} and ${memberships.currency} = ${filter.currency})`
    : undefined;
  const { membershipStatus, cancelAt, cardEnds } = supporterFacts;
  const failing = inArray(membershipStatus, ['past_due', 'unpaid']);
  const cardEnding = lte(cardEnds, monthNumberOf(now, timeZone));
  const live = inArray(membershipStatus, [...liveStatuses]);
  switch (group) {
    case 'patrons':
      return and(live, inCurrency);
    case 'past_due':
      return and(failing, inCurrency);
    case 'cancelling':
      return and(isNotNull(cancelAt), inCurrency);
    case 'card_ending':
      return and(cardEnding, inCurrency);
    case 'at_risk':
      return and(or(failing, isNotNull(cancelAt), cardEnding), inCurrency);
    case 'lapsed':
      return and(eq(membershipStatus, 'canceled'), inCurrency);
    case 'donors':
      return sql`${supporterFacts.gifts} > 0`;
    case 'lapsed_donors':
      return and(
        lt(supporterFacts.lastGiftAt, addMonths(now, -12)),
        or(isNull(membershipStatus), sql`not ${live}`),
      );
    case 'granted':
      return sql`${supporterFacts.supporterId} in (select ${grants.supporterId} from ${grants} where ${grants.revokedAt} is null and ${grants.startsAt} <= ${now.toISOString()}::timestamptz and (${grants.endsAt} is null or ${grants.endsAt} > ${now.toISOString()}::timestamptz))`;
    case 'staff':
      return sql`${supporterFacts.supporterId} in (select ${staffRoles.supporterId} from ${staffRoles})`;
    case 'joined':
    case 'left':
      return moved(
        group,
        filter.month ? spanOfMonth(filter.month, timeZone) : null,
        filter.currency ? eq(memberships.currency, filter.currency) : undefined,
      );
  }
}

/** A month as `supporter_facts.card_ends` counts it. */
export function monthNumberOf(instant: Date, timeZone: string): number {
  const [year = '0', month = '0'] = dayIn(instant, timeZone).split('-');
  return Number(year) * 12 + Number(month);
}

function moved(group: 'joined' | 'left', span: Span | null, inCurrency: SQL | undefined): SQL {
  const { fromMonthlyMinor, toMonthlyMinor, at, kind } = membershipChanges;
  const direction =
    group === 'joined'
      ? sql`${fromMonthlyMinor} = 0 and ${toMonthlyMinor} > 0`
      : sql`${fromMonthlyMinor} > 0 and ${toMonthlyMinor} = 0`;
  const during = span ? and(gte(at, span.from), lt(at, span.until)) : undefined;
  const moves = inArray(kind, ['started', 'amount_changed', 'ended']);
  return sql`${supporterFacts.supporterId} in (select ${memberships.supporterId} from ${memberships} join ${membershipChanges} on ${membershipChanges.membershipId} = ${memberships.id} where ${and(inCurrency, moves, direction, during)})`;
}
