import { type SQL, and, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { donations } from '../../../db/schema/donations.ts';
import { payments } from '../../../db/schema/ledger.ts';
import { mails } from '../../../db/schema/mail.ts';
import { membershipChanges } from '../../../db/schema/memberships.ts';
import { auditEntries, sessions, supporters } from '../../../db/schema/supporters.ts';
import { money } from '../../../kernel/money.ts';
import { listNotes } from '../../notes/list-notes.server.ts';
import { type Ctx, readTogether } from '../../ports/context.ts';
import { newestFirst } from '../sql-figures.server.ts';
import {
  type TimelineEvent,
  type TimelinePage,
  type TimelineQuestion,
  pageOf,
} from './timeline.ts';

interface Whose {
  readonly supporterId: string;
  readonly email: string;
}

/** What one reader is asked: events before an instant, at most so many of the newest. */
interface Part extends Whose {
  readonly before: Date | null;
  readonly limit: number;
}

/**
 * Everything that happened to or with a supporter, the newest first, by pages. Seven queries at
 * most, whatever their number: each reads one page's worth along an index.
 */
export async function readTimeline(
  ctx: Ctx,
  input: Whose & { readonly question: TimelineQuestion; readonly limit: number },
): Promise<TimelinePage> {
  const { question, limit, ...whose } = input;
  // One more than is shown, so that it is known whether there is a next page.
  const part: Part = { ...whose, before: question.before, limit: limit + 1 };
  const asks = (sort: TimelineQuestion['sort']) => question.sort === null || question.sort === sort;
  const none = async (): Promise<TimelineEvent[]> => [];
  const parts = await readTogether(ctx, [
    () => (asks('payments') ? readPayments(ctx, part) : none()),
    () => (asks('payments') ? readOrders(ctx, part) : none()),
    () => (asks('membership') ? readChanges(ctx, part) : none()),
    () => (asks('mails') ? readMails(ctx, part) : none()),
    () => (asks('sign_ins') ? readSignIns(ctx, part) : none()),
    () => (asks('notes') ? readNotes(ctx, part) : none()),
    () => (asks('acts') ? readActs(ctx, part) : none()),
  ]);
  return pageOf(parts.flat(), limit);
}

function earlier(column: PgColumn, { before }: Part): SQL | undefined {
  return before ? lt(column, before) : undefined;
}

async function readPayments(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await ctx.db
    .select({
      at: payments.occurredAt,
      kind: payments.kind,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      paymentId: payments.id,
    })
    .from(payments)
    .where(and(eq(payments.supporterId, part.supporterId), earlier(payments.occurredAt, part)))
    .orderBy(newestFirst(payments.occurredAt), payments.id)
    .limit(part.limit);
  return rows.map(({ at, kind, amountMinor, currency, paymentId }) => ({
    ...{ what: 'payment', at, kind, paymentId, amount: money(amountMinor, currency) },
  }));
}

/** Gifts that were begun and did not (yet) become a payment. */
async function readOrders(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await ctx.db
    .select({
      at: donations.createdAt,
      status: donations.status,
      amountMinor: donations.amountMinor,
      currency: donations.currency,
    })
    .from(donations)
    .where(
      and(
        eq(donations.supporterId, part.supporterId),
        ne(donations.status, 'paid'),
        earlier(donations.createdAt, part),
      ),
    )
    .orderBy(desc(donations.createdAt))
    .limit(part.limit);
  return rows.flatMap(({ at, status, amountMinor, currency }): TimelineEvent[] =>
    status === 'paid' ? [] : [{ what: 'order', at, status, amount: money(amountMinor, currency) }],
  );
}

async function readChanges(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await ctx.db
    .select()
    .from(membershipChanges)
    .where(
      and(
        sql`${membershipChanges.membershipId} = any (array(select id from memberships where supporter_id = ${part.supporterId}))`,
        earlier(membershipChanges.at, part),
      ),
    )
    .orderBy(desc(membershipChanges.at))
    .limit(part.limit);
  return rows.map(({ at, kind, currency, fromMonthlyMinor, toMonthlyMinor }) => ({
    ...{ what: 'membership', at, kind },
    fromMonthly: money(fromMonthlyMinor, currency),
    toMonthly: money(toMonthlyMinor, currency),
  }));
}

async function readMails(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await ctx.db
    .select({ at: mails.createdAt, template: mails.template, status: mails.status })
    .from(mails)
    .where(and(eq(mails.recipient, part.email), earlier(mails.createdAt, part)))
    .orderBy(desc(mails.createdAt))
    .limit(part.limit);
  return rows.map(({ at, template, status }) => ({
    ...{ what: 'mail', at, template },
    // Let go by the staff, it was still never sent.
    status: status === 'dismissed' ? 'failed' : status,
  }));
}

async function readSignIns(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await ctx.db
    .select({ at: sessions.createdAt, openedBy: sessions.openedBy })
    .from(sessions)
    .where(and(eq(sessions.supporterId, part.supporterId), earlier(sessions.createdAt, part)))
    .orderBy(desc(sessions.createdAt))
    .limit(part.limit);
  return rows.map((row) => ({ what: 'sign_in', ...row }));
}

async function readNotes(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const rows = await listNotes(ctx, part);
  return rows.map(({ at, words, author }) => ({ what: 'note', at, words, author }));
}

/** What the log has about the person, and about what is theirs. Two queries. */
async function readActs(ctx: Ctx, part: Part): Promise<TimelineEvent[]> {
  const { rows: subjects } = await ctx.db.execute<{ id: string }>(sql`
    select id::text from memberships where supporter_id = ${part.supporterId}
    union all select id::text from gifts where supporter_id = ${part.supporterId}
    union all select id::text from grants where supporter_id = ${part.supporterId}
    union all select stripe_object_id from payments where supporter_id = ${part.supporterId} and kind = 'dispute'
    union all select id::text from payments where supporter_id = ${part.supporterId}`);
  const rows = await ctx.db
    .select({
      at: auditEntries.at,
      action: auditEntries.action,
      actorId: auditEntries.actorId,
      actor: supporters.email,
      reason: auditEntries.reason,
    })
    .from(auditEntries)
    .leftJoin(supporters, eq(supporters.id, auditEntries.actorId))
    .where(
      and(
        inArray(auditEntries.subjectId, [part.supporterId, ...subjects.map(({ id }) => id)]),
        // The words of a note stand there by themselves.
        ne(auditEntries.action, 'supporter.noted'),
        earlier(auditEntries.at, part),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(part.limit);
  return rows.map(({ at, action, actorId, actor, reason }) => ({
    ...{ what: 'act', at, action, actor, reason: reason === '' ? null : reason },
    isOwn: actorId === part.supporterId,
  }));
}
