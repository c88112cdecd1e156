import { eq } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from './record-audit.server.ts';

/** How a supporter is named in public; null when they never said. Caller's duty: that the asker may see it. */
export async function readPublicName(ctx: Ctx, supporterId: string): Promise<string | null> {
  const rows = await ctx.db
    .select({ publicName: supporters.publicName })
    .from(supporters)
    .where(eq(supporters.id, supporterId))
    .limit(1);
  return rows[0]?.publicName ?? null;
}

/**
 * Keeps how a supporter is named in public; null = not at all. That it changed is audited, what it
 * says is not. Caller's duty: a transaction in which their gifts are told as well.
 */
export async function setPublicName(
  tx: Ctx,
  input: { readonly supporterId: string; readonly name: string | null },
): Promise<void> {
  await tx.db
    .update(supporters)
    .set({ publicName: input.name })
    .where(eq(supporters.id, input.supporterId));
  await recordAudit(tx, {
    actorId: input.supporterId,
    action: 'public_name.changed',
    subjectKind: 'supporter',
    subjectId: input.supporterId,
  });
}
