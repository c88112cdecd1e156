import { type SQL, and, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import { payments } from '../../db/schema/ledger.ts';
import { membershipChanges, memberships } from '../../db/schema/memberships.ts';
import { stripeCustomers, supporters } from '../../db/schema/supporters.ts';
import { liveStatuses } from '../memberships/membership.ts';
import { type Span, spanOfMonth } from './report-month.ts';
import { containing } from './sql-figures.server.ts';
import type { SupporterFilter, SupporterGroup } from './supporter-filter.ts';

/** What a filter asks of a row of `supporters`. */
export function supporterCondition(filter: SupporterFilter, timeZone: string): SQL | undefined {
  return and(
    // Who was merged into another is one and the same person.
    isNull(supporters.mergedIntoId),
    filter.search ? matches(filter.search) : undefined,
    filter.group
      ? groupCondition(
          filter.group,
          filter.month ? spanOfMonth(filter.month, timeZone) : null,
          filter.currency,
        )
      : undefined,
  );
}

/** Trigram indexes serve the two `ilike`s; a Stripe customer's id is looked up whole. */
function matches(search: string): SQL | undefined {
  if (search.startsWith('cus_')) {
    return sql`exists (select 1 from ${stripeCustomers} where ${stripeCustomers.supporterId} = ${supporters.id} and ${eq(stripeCustomers.stripeCustomerId, search)})`;
  }
  return or(
    ilike(supporters.email, containing(search.toLowerCase())),
    ilike(supporters.name, containing(search)),
  );
}

function groupCondition(
  group: SupporterGroup,
  span: Span | null,
  currency: string | null,
): SQL | undefined {
  const inCurrency = currency ? eq(memberships.currency, currency) : undefined;
  switch (group) {
    case 'patrons':
      return hasMembership(and(inArray(memberships.status, [...liveStatuses]), inCurrency));
    case 'past_due':
      return hasMembership(and(inArray(memberships.status, ['past_due', 'unpaid']), inCurrency));
    case 'lapsed':
      return and(
        hasMembership(
          and(
            sql`${memberships.startedAt} is not null`,
            eq(memberships.status, 'canceled'),
            inCurrency,
          ),
        ),
        sql`not ${hasMembership(inArray(memberships.status, [...liveStatuses]))}`,
      );
    case 'donors':
      return sql`exists (select 1 from ${payments} where ${payments.supporterId} = ${supporters.id} and ${payments.kind} = 'charge' and ${payments.source} <> 'membership')`;
    case 'joined':
      return hasChange(
        and(
          eq(membershipChanges.fromMonthlyMinor, 0),
          sql`${membershipChanges.toMonthlyMinor} > 0`,
        ),
        span,
        inCurrency,
      );
    case 'left':
      return hasChange(
        and(
          sql`${membershipChanges.fromMonthlyMinor} > 0`,
          eq(membershipChanges.toMonthlyMinor, 0),
        ),
        span,
        inCurrency,
      );
  }
}

function hasMembership(condition: SQL | undefined): SQL {
  return sql`exists (select 1 from ${memberships} where ${and(eq(memberships.supporterId, supporters.id), condition)})`;
}

function hasChange(
  condition: SQL | undefined,
  span: Span | null,
  inCurrency: SQL | undefined,
): SQL {
  const during = span
    ? sql`${membershipChanges.at} >= ${span.from.toISOString()}::timestamptz and ${membershipChanges.at} < ${span.until.toISOString()}::timestamptz`
    : undefined;
  const moves = inArray(membershipChanges.kind, ['started', 'amount_changed', 'ended']);
  return sql`exists (select 1 from ${memberships} join ${membershipChanges} on ${membershipChanges.membershipId} = ${memberships.id} where ${and(eq(memberships.supporterId, supporters.id), inCurrency, moves, condition, during)})`;
}
