import { and, desc, eq } from 'drizzle-orm';
import { passkeys } from '../../../db/schema/passkeys.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../record-audit.server.ts';
import type { PasskeyView } from './passkey.ts';

/** A person's passkeys, newest first. `personal-passkeys.server.ts` exports, erases and moves them. Caller's duty: that the asker is they. */
export async function listPasskeys(ctx: Ctx, supporterId: string): Promise<PasskeyView[]> {
  const rows = await ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.supporterId, supporterId))
    .orderBy(desc(passkeys.createdAt), desc(passkeys.id));
  return rows.map(({ id, name, isSynced, createdAt, lastUsedAt, suspectedAt }) => ({
    ...{ id, name, isSynced, createdAt, lastUsedAt },
    isSuspected: suspectedAt !== null,
  }));
}

/** A passkey and whose it is; null when it was removed meanwhile. */
export async function readPasskey(
  ctx: Ctx,
  passkeyId: string,
): Promise<{ supporterId: string; name: string; createdAt: Date } | null> {
  const rows = await ctx.db
    .select({
      supporterId: passkeys.supporterId,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
    })
    .from(passkeys)
    .where(eq(passkeys.id, passkeyId))
    .limit(1);
  return rows[0] ?? null;
}

/** Takes a passkey away from its owner's account. Answers false when it is not (any more) theirs. */
export async function removePasskey(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly passkeyId: string },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const removed = await tx.db
      .delete(passkeys)
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.supporterId, input.supporterId)))
      .returning({ id: passkeys.id });
    if (removed.length === 0) return false;
    await recordAudit(tx, {
      actorId: input.supporterId,
      action: 'passkey.removed',
      subjectKind: 'supporter',
      subjectId: input.supporterId,
      detail: { passkeyId: input.passkeyId },
    });
    return true;
  });
}
