import { type SQL, and, eq, gte, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { payments } from '../../db/schema/ledger.ts';
import { dayAfter, startOfDay } from '../../kernel/dates.ts';
import {
  type PaymentFilter,
  type PaymentKindGroup,
  type Standing,
  noneOfIt,
} from './payment-filter.ts';
import { spanOfMonth } from './report-month.ts';

type Kind = (typeof payments.$inferSelect)['kind'];

export const kindsOf: Record<PaymentKindGroup, readonly Kind[]> = {
  charges: ['charge'],
  returns: ['refund', 'refund_failure', 'dispute', 'dispute_reversal'],
  refunds: ['refund', 'refund_failure'],
  disputes: ['dispute', 'dispute_reversal'],
  refund: ['refund'],
  refund_failure: ['refund_failure'],
  dispute: ['dispute'],
  dispute_reversal: ['dispute_reversal'],
};

/** The part of a filter that a payment's own row answers. */
export function ownCondition(filter: PaymentFilter, timeZone: string): SQL | undefined {
  const { kind, section, author } = filter;
  return and(
    ...spanConditions(filter, timeZone),
    sourceCondition(filter),
    // Word for word as the index of what went back says it.
    kind === 'returns' ? sql`${payments.kind} <> 'charge'` : undefined,
    kind && kind !== 'charges' && kind !== 'returns'
      ? and(sql`${payments.kind} <> 'charge'`, inArray(payments.kind, [...kindsOf[kind]]))
      : undefined,
    kind === 'charges' ? eq(payments.kind, 'charge') : undefined,
    filter.currency ? eq(payments.currency, filter.currency) : undefined,
    filter.settledIn ? eq(payments.settlementCurrency, filter.settledIn) : undefined,
    named(payments.articleId, filter.articleId),
    named(payments.askId, filter.askId),
    named(payments.campaignId, filter.campaignId),
    named(payments.country, filter.country),
    section ? inSection(section) : undefined,
    author ? byAuthor(author) : undefined,
    filter.isWaiting ? isNull(payments.stripeBalanceTransactionId) : undefined,
  );
}

/**
 * The part that must be looked up for each payment, in other payments or in its order; over
 * `payments` by that name.
 */
export function lookedUpCondition(filter: PaymentFilter): SQL | undefined {
  return and(
    filter.variant === null ? undefined : ofOrigin(sql`o.ask_variant`, filter.variant),
    filter.tierId === null ? undefined : ofOrigin(sql`o.tier`, filter.tierId),
    filter.referrer === null ? undefined : ofOrigin(sql`o.referrer`, filter.referrer),
    filter.standing ? ofStanding(filter.standing) : undefined,
    filter.isFirst ? isFirst(filter) : undefined,
  );
}

function spanConditions(filter: PaymentFilter, timeZone: string): (SQL | undefined)[] {
  const { from, to, month } = filter;
  if (from || to) {
    return [
      from ? gte(payments.occurredAt, startOfDay(from, timeZone)) : undefined,
      to ? lt(payments.occurredAt, startOfDay(dayAfter(to), timeZone)) : undefined,
    ];
  }
  if (!month) return [];
  const span = spanOfMonth(month, timeZone);
  const until = filter.until && filter.until < span.until ? filter.until : span.until;
  return [gte(payments.occurredAt, span.from), lt(payments.occurredAt, until)];
}

function sourceCondition({ source }: PaymentFilter): SQL | undefined {
  if (source === null) return undefined;
  if (source === 'once') return ne(payments.source, 'membership');
  return eq(payments.source, source === 'recurring' ? 'membership' : source);
}

function named(column: PgColumn, wanted: string | null): SQL | undefined {
  if (wanted === null) return undefined;
  return wanted === noneOfIt ? isNull(column) : eq(column, wanted);
}

// The names are written out: inside a subquery, a column without its table would be another's.

function inSection(slug: string): SQL | undefined {
  return slug === noneOfIt
    ? isNull(payments.articleId)
    : sql`payments.article_id in (select id from articles where section_slug = ${slug})`;
}

/** Without an author: no article, or one that nobody signed. */
function byAuthor(slug: string): SQL | undefined {
  return slug === noneOfIt
    ? sql`not exists (select 1 from article_authors aa where aa.article_id = payments.article_id)`
    : and(
        isNotNull(payments.articleId),
        sql`payments.article_id in (select article_id from article_authors where author_slug = ${slug})`,
      );
}

/** What is known of the order that a payment pays for (the view `payment_origins`). */
function ofOrigin(column: SQL, wanted: string): SQL {
  return wanted === noneOfIt
    ? sql`not exists (select 1 from payment_origins o where o.source = payments.source
        and o.source_id = payments.source_id and ${column} <> '')`
    : sql`(select ${column} from payment_origins o where o.source = payments.source
        and o.source_id = payments.source_id) = ${wanted}`;
}

/** As the rollup of sources tells them apart (drizzle/0020_source_rollups.sql). */
function ofStanding(standing: Standing): SQL {
  const first = (whose: SQL) => sql`(select q.stripe_charge_id from payments q
    where ${whose} and q.kind = 'charge' order by q.occurred_at, q.id limit 1)`;
  // Of somebody unknown, each order is a person by itself.
  const isNew = sql`payments.stripe_charge_id = case when payments.supporter_id is null
    then ${first(sql`q.source = payments.source and q.source_id = payments.source_id and q.supporter_id is null`)}
    else ${first(sql`q.supporter_id = payments.supporter_id`)} end`;
  if (standing === 'returning') return sql`(${isNew}) is not true`;
  // Most charges are nobody's first, which the facts of their people tell at less cost.
  return sql`case when payments.kind = 'charge' and payments.supporter_id is not null
    and not exists (select 1 from supporter_facts f
      where f.supporter_id = payments.supporter_id and f.first_charge_at = payments.occurred_at)
    then false else ${isNew} end`;
}

/** A charge before which the same person had paid none of the same source. */
function isFirst({ source }: PaymentFilter): SQL {
  const alike =
    source === 'once'
      ? sql`and q.source <> 'membership'`
      : source === null
        ? sql``
        : sql`and q.source = ${source === 'recurring' ? 'membership' : source}`;
  const earlier = sql`q.kind = 'charge' ${alike}
    and (q.occurred_at, q.id) < (payments.occurred_at, payments.id)`;
  // Of somebody unknown, each order is a person by itself.
  return sql`payments.kind = 'charge'
    and not exists (select 1 from payments q where q.supporter_id = payments.supporter_id and ${earlier})
    and (payments.supporter_id is not null or not exists (select 1 from payments q
      where q.source = payments.source and q.source_id = payments.source_id
        and q.supporter_id is null and ${earlier}))`;
}
