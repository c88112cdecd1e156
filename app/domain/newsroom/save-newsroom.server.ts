import { sql } from 'drizzle-orm';
import { settings } from '../../db/schema/newsroom.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type NewsroomSettings, newsroomSettings } from './newsroom.ts';
import { forgetNewsroom } from './read-newsroom.server.ts';

/**
 * Changes settings; what is not named stays as it is.
 * @param input.actorId the member of staff, or null for a set-up script. Caller's duty: that they may.
 * @throws ZodError when a value is not one that {@link newsroomSettings} allows
 */
export async function saveNewsroom(
  ctx: Ctx,
  input: { readonly actorId: string | null; readonly changes: Partial<NewsroomSettings> },
): Promise<void> {
  const changes = newsroomSettings.partial().parse(input.changes);
  const named: [string, unknown][] = Object.entries(changes);
  const entries = named.filter(([, value]) => value !== undefined);
  if (entries.length === 0) return;
  const updatedAt = ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .insert(settings)
      .values(entries.map(([key, value]) => ({ key, value, updatedAt })))
      .onConflictDoUpdate({
        target: settings.key,
        set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
      });
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'newsroom.changed',
      subjectKind: 'newsroom',
      subjectId: 'newsroom',
      detail: { settings: entries.map(([key]) => key) },
    });
  });
  forgetNewsroom(ctx);
}
