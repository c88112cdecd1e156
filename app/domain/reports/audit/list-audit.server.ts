import { type SQL, and, eq, gte, ilike, isNull, lt, or } from 'drizzle-orm';
import { auditEntries, supporters } from '../../../db/schema/supporters.ts';
import { dayAfter, startOfDay } from '../../../kernel/dates.ts';
import type { Ctx } from '../../ports/context.ts';
import { type Cursor, formatCursor } from '../cursor.ts';
import { afterCursor, containing, cursorInstant, newestFirst } from '../sql-figures.server.ts';
import { type ListedAuditEntry, changesOf, factsOf, subjectPath } from './audit-entry.ts';
import type { AuditFilter } from './audit-filter.ts';

/**
 * One page of the audit log, the newest first. One query; also the batches of the CSV. `subjectId`:
 * only what was done to that one.
 */
export async function listAudit(
  ctx: Ctx,
  input: {
    filter: AuditFilter;
    timeZone: string;
    after: Cursor | null;
    limit: number;
    subjectId?: string;
  },
): Promise<{ entries: ListedAuditEntry[]; next: string | null }> {
  const rows = await ctx.db
    .select({
      entry: auditEntries,
      cursorAt: cursorInstant(auditEntries.at),
      name: supporters.name,
      email: supporters.email,
      erasedAt: supporters.erasedAt,
    })
    .from(auditEntries)
    .leftJoin(supporters, eq(supporters.id, auditEntries.actorId))
    .where(
      and(
        conditionOf(input.filter, input.timeZone),
        input.subjectId === undefined ? undefined : eq(auditEntries.subjectId, input.subjectId),
        input.after ? afterCursor(auditEntries.at, auditEntries.id, input.after) : undefined,
      ),
    )
    .orderBy(newestFirst(auditEntries.at), auditEntries.id)
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map(({ entry, name, email, erasedAt }) => ({
      id: entry.id,
      at: entry.at,
      actor: entry.actorId ? { id: entry.actorId, label: erasedAt ? null : (name ?? email) } : null,
      action: entry.action,
      subject: {
        kind: entry.subjectKind,
        id: entry.subjectId,
        path: subjectPath(entry.subjectKind, entry.subjectId),
      },
      changes: changesOf(entry.before, entry.after),
      facts: factsOf(entry.detail),
      reason: entry.reason === '' ? null : entry.reason,
      address: entry.address,
      userAgent: entry.userAgent,
    })),
    next: last ? formatCursor({ at: last.cursorAt, id: last.entry.id }) : null,
  };
}

function conditionOf(filter: AuditFilter, timeZone: string): SQL | undefined {
  const { actor, action, subjectKind, from, until, text } = filter;
  const conditions: (SQL | undefined)[] = [];
  if (actor === 'system') conditions.push(isNull(auditEntries.actorId));
  else if (actor) conditions.push(eq(auditEntries.actorId, actor.id));
  if (action) conditions.push(eq(auditEntries.action, action));
  if (subjectKind) conditions.push(eq(auditEntries.subjectKind, subjectKind));
  if (from) conditions.push(gte(auditEntries.at, startOfDay(from, timeZone)));
  if (until) conditions.push(lt(auditEntries.at, startOfDay(dayAfter(until), timeZone)));
  if (text) {
    conditions.push(
      or(ilike(auditEntries.reason, containing(text)), eq(auditEntries.subjectId, text)),
    );
  }
  return and(...conditions);
}
