import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import { donations } from '../../db/schema/donations.ts';
import { mails } from '../../db/schema/mail.ts';
import { membershipChanges } from '../../db/schema/memberships.ts';
import { auditEntries, sessions, supporters } from '../../db/schema/supporters.ts';
import { money } from '../../kernel/money.ts';
import type { Ctx } from '../ports/context.ts';
import type { ProfileEvent } from './supporter-profile.ts';

/** The newest of each sort are read: a page is for people, and who wants all has the CSV. */
export const mostShown = 500;

/** What happened to a supporter, besides payments, in no order. Five queries, each along an index. */
export async function readSupporterEvents(
  ctx: Ctx,
  input: { supporterId: string; email: string; membershipIds: readonly string[] },
): Promise<ProfileEvent[]> {
  const sorts = await Promise.all([
    readChanges(ctx, input.membershipIds),
    readOrders(ctx, input.supporterId),
    readMails(ctx, input.email),
    readSignIns(ctx, input.supporterId),
    readAudit(ctx, input),
  ]);
  return sorts.flat();
}

async function readChanges(ctx: Ctx, membershipIds: readonly string[]): Promise<ProfileEvent[]> {
  if (membershipIds.length === 0) return [];
  const rows = await ctx.db
    .select()
    .from(membershipChanges)
    .where(inArray(membershipChanges.membershipId, [...membershipIds]))
    .orderBy(desc(membershipChanges.at))
    .limit(mostShown);
  return rows.map((row) => ({
    what: 'membership',
    at: row.at,
    kind: row.kind,
    fromMonthly: money(row.fromMonthlyMinor, row.currency),
    toMonthly: money(row.toMonthlyMinor, row.currency),
  }));
}

/** Gifts that were begun and did not (yet) become a payment. */
async function readOrders(ctx: Ctx, supporterId: string): Promise<ProfileEvent[]> {
  const rows = await ctx.db
    .select({
      at: donations.createdAt,
      status: donations.status,
      amountMinor: donations.amountMinor,
      currency: donations.currency,
    })
    .from(donations)
    .where(and(eq(donations.supporterId, supporterId), ne(donations.status, 'paid')))
    .orderBy(desc(donations.createdAt))
    .limit(mostShown);
  return rows.flatMap((row): ProfileEvent[] =>
    row.status === 'paid'
      ? []
      : [
          {
            what: 'order',
            at: row.at,
            status: row.status,
            amount: money(row.amountMinor, row.currency),
          },
        ],
  );
}

async function readMails(ctx: Ctx, email: string): Promise<ProfileEvent[]> {
  const rows = await ctx.db
    .select({
      template: mails.template,
      status: mails.status,
      createdAt: mails.createdAt,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.createdAt))
    .limit(mostShown);
  return rows.map((row) => ({
    what: 'mail',
    at: row.sentAt ?? row.createdAt,
    template: row.template,
    // Let go by the staff, it was still never sent.
    status: row.status === 'dismissed' ? 'failed' : row.status,
  }));
}

async function readSignIns(ctx: Ctx, supporterId: string): Promise<ProfileEvent[]> {
  const rows = await ctx.db
    .select({ at: sessions.createdAt, openedBy: sessions.openedBy })
    .from(sessions)
    .where(eq(sessions.supporterId, supporterId))
    .orderBy(desc(sessions.createdAt))
    .limit(mostShown);
  return rows.map((row) => ({ what: 'sign_in', ...row }));
}

async function readAudit(
  ctx: Ctx,
  input: { supporterId: string; membershipIds: readonly string[] },
): Promise<ProfileEvent[]> {
  const rows = await ctx.db
    .select({ at: auditEntries.at, action: auditEntries.action, actor: supporters.email })
    .from(auditEntries)
    .leftJoin(supporters, eq(supporters.id, auditEntries.actorId))
    .where(
      or(
        and(
          eq(auditEntries.subjectKind, 'supporter'),
          eq(auditEntries.subjectId, input.supporterId),
        ),
        and(
          eq(auditEntries.subjectKind, 'membership'),
          inArray(auditEntries.subjectId, [...input.membershipIds, '']),
        ),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(mostShown);
  return rows.map((row) => ({ what: 'audit', ...row }));
}
