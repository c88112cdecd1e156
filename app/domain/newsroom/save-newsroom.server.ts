import { sql } from 'drizzle-orm';
import { settings } from '../../db/schema/newsroom.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type NewsroomSettings, newsroomSettings } from './newsroom.ts';
import { forgetNewsroom, readNewsroomSettings } from './read-newsroom.server.ts';
import { type SettingKey, canonical, settingsVersion } from './settings-version.ts';

/**
 * Changes settings; what is not named stays as it is, and what is as it was is not written.
 * @param input.actorId the member of staff, or null for a set-up script. Caller's duty: that they may.
 * @param input.expected what {@link settingsVersion} gave when the form was drawn; when somebody has
 *   changed one of the same settings since, nothing is saved.
 * @throws ZodError when a value is not one that {@link newsroomSettings} allows
 */
export async function saveNewsroom(
  ctx: Ctx,
  input: {
    readonly actorId: string | null;
    readonly changes: Partial<NewsroomSettings>;
    readonly expected?: string;
    readonly reason?: string;
  },
): Promise<Result<{ changed: readonly SettingKey[] }, 'changed_meanwhile'>> {
  const changes = newsroomSettings.partial().parse(input.changes);
  const keys = settingKeys(changes);
  if (keys.length === 0) return ok({ changed: [] });
  const saved = await inTransaction(ctx, async (tx) => {
    // One at a time: a setting that was never saved has no row to lock.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('newsroom-settings'))`);
    const before = await readNewsroomSettings(tx);
    if (input.expected !== undefined && input.expected !== settingsVersion(before, keys))
      return fail('changed_meanwhile');
    const changed = keys.filter((key) => canonical(before[key]) !== canonical(changes[key]));
    if (changed.length === 0) return ok({ changed });
    const updatedAt = tx.clock.now();
    await tx.db
      .insert(settings)
      .values(changed.map((key) => ({ key, value: changes[key], updatedAt })))
      .onConflictDoUpdate({
        target: settings.key,
        set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
      });
    // Reports count by days, and the days are others now.
    if (changed.includes('timeZone')) await tx.jobs.enqueue(tx.db, 'rebuild-rollups', {});
    await recordAudit(tx, {
      actorId: input.actorId,
      action: 'newsroom.changed',
      subjectKind: 'newsroom',
      subjectId: 'newsroom',
      detail: { settings: changed },
      before: Object.fromEntries(changed.map((key) => [key, before[key]])),
      after: Object.fromEntries(changed.map((key) => [key, changes[key]])),
      ...(input.actorId === null ? {} : { reason: input.reason ?? '' }),
    });
    return ok({ changed });
  });
  forgetNewsroom(ctx);
  return saved;
}

function settingKeys(changes: Partial<NewsroomSettings>): SettingKey[] {
  return newsroomSettings.keyof().options.filter((key) => changes[key] !== undefined);
}
