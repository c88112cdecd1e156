import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import { mutedMailTopics } from '../../../db/schema/mail.ts';
import { staffRoles, supporters } from '../../../db/schema/supporters.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { hashAddress } from '../../../platform/address-hash.ts';
import { type Ctx, inTransaction, readTogether } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';

const isDigestOf = (email: string) =>
  and(eq(mutedMailTopics.addressHash, hashAddress(email)), eq(mutedMailTopics.topic, 'digest'));

/** Does a member of the staff get the weekly digest? Their mail program may have ended it for them. */
export async function readDigestChoice(
  ctx: Ctx,
  { id, email }: { readonly id: string; readonly email: string },
): Promise<boolean> {
  const [[role], [muted]] = await readTogether(ctx, [
    () =>
      ctx.db
        .select({ since: staffRoles.digestSince })
        .from(staffRoles)
        .where(eq(staffRoles.supporterId, id)),
    () =>
      ctx.db
        .select({ topic: mutedMailTopics.topic })
        .from(mutedMailTopics)
        .where(isDigestOf(email)),
  ]);
  return Boolean(role?.since) && !muted;
}

/**
 * Chooses the weekly digest, from the next Monday on, or ends it. Choosing it anew takes back what
 * the mail program's button said. Caller's duty: that the actor is the person, and of the staff.
 */
export function chooseDigest(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly email: string; readonly isWanted: boolean },
): Promise<void> {
  const { supporterId, email, isWanted } = input;
  return inTransaction(ctx, async (tx) => {
    const was = await readDigestChoice(tx, { id: supporterId, email });
    if (was === isWanted) return;
    await tx.db
      .update(staffRoles)
      .set({ digestSince: isWanted ? tx.clock.now() : null })
      .where(eq(staffRoles.supporterId, supporterId));
    if (isWanted) await tx.db.delete(mutedMailTopics).where(isDigestOf(email));
    await recordAudit(tx, {
      ...{ actorId: supporterId, action: isWanted ? 'digest.chosen' : 'digest.ended' },
      ...{ subjectKind: 'supporter', subjectId: supporterId, reason: '' },
    });
  });
}

export interface DigestReader {
  readonly supporterId: string;
  readonly name: string | null;
  readonly email: string;
  readonly locale: Locale;
}

/** Those of the staff who had chosen the digest by then. */
export async function listDigestReaders(ctx: Ctx, chosenBy: Date): Promise<DigestReader[]> {
  const rows = await ctx.db
    .select({
      supporterId: supporters.id,
      name: supporters.name,
      email: supporters.email,
      locale: supporters.locale,
    })
    .from(staffRoles)
    .innerJoin(supporters, eq(supporters.id, staffRoles.supporterId))
    .where(and(isNotNull(staffRoles.digestSince), lte(staffRoles.digestSince, chosenBy)))
    .orderBy(asc(supporters.id));
  return rows.map((row) => ({ ...row, locale: row.locale === 'uk' ? 'uk' : 'en' }));
}

/** The reader of a digest that waits to be sent; null when they left the staff meanwhile, or want none. */
export async function readDigestReader(
  ctx: Ctx,
  supporterId: string,
): Promise<DigestReader | null> {
  const readers = await listDigestReaders(ctx, ctx.clock.now());
  return readers.find((reader) => reader.supporterId === supporterId) ?? null;
}
