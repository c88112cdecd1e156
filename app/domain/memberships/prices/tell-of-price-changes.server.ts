import { and, asc, eq, sql } from 'drizzle-orm';
import { memberships } from '../../../db/schema/memberships.ts';
import { priceMigrationMembers, priceMigrations } from '../../../db/schema/prices.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { readSupporter } from '../../supporters/read-supporter.server.ts';

const batchSize = 200;

/**
 * Writes to those who are to pay more, each once. The notice runs from the mail of each, so that
 * nobody's is shorter because there were many to write to.
 */
export async function tellOfPriceChanges(ctx: Ctx): Promise<void> {
  for (;;) {
    const waiting = await ctx.db
      .select({
        migrationId: priceMigrationMembers.migrationId,
        membershipId: priceMigrationMembers.membershipId,
        noticeDays: priceMigrations.noticeDays,
        supporterId: memberships.supporterId,
      })
      .from(priceMigrationMembers)
      .innerJoin(priceMigrations, eq(priceMigrations.id, priceMigrationMembers.migrationId))
      .innerJoin(memberships, eq(memberships.id, priceMigrationMembers.membershipId))
      .where(sql`${priceMigrationMembers.status} = 'waiting'`)
      .orderBy(asc(priceMigrationMembers.migrationId), asc(priceMigrationMembers.membershipId))
      .limit(batchSize);
    for (const member of waiting) await inTransaction(ctx, (tx) => tell(tx, member));
    if (waiting.length < batchSize) return;
  }
}

async function tell(
  tx: Ctx,
  member: {
    migrationId: string;
    membershipId: string;
    noticeDays: number;
    supporterId: string | null;
  },
): Promise<void> {
  const now = tx.clock.now();
  const supporter = member.supporterId ? await readSupporter(tx, member.supporterId) : null;
  const taken = await tx.db
    .update(priceMigrationMembers)
    .set(
      supporter
        ? { status: 'told', toldAt: now, dueAt: addDays(now, member.noticeDays) }
        : // Erased meanwhile: there is nobody to tell.
          { status: 'left', problem: 'ended', settledAt: now },
    )
    .where(
      and(
        eq(priceMigrationMembers.migrationId, member.migrationId),
        eq(priceMigrationMembers.membershipId, member.membershipId),
        sql`${priceMigrationMembers.status} = 'waiting'`,
      ),
    )
    .returning({ status: priceMigrationMembers.status });
  if (taken[0]?.status !== 'told' || !supporter) return;
  await tx.mail.queue(tx.db, {
    template: 'price-change',
    subjectId: priceChangeSubject(member),
    recipient: supporter.email,
    locale: supporter.locale,
  });
}

/** One notice for each membership of a migration. */
export function priceChangeSubject(member: {
  readonly migrationId: string;
  readonly membershipId: string;
}): string {
  return `${member.membershipId}@${member.migrationId}`;
}
