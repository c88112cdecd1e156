import { notInArray } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { AskRules } from './ask.ts';

export interface AskToSave {
  readonly id: string;
  readonly name: string;
  readonly heading: { en: string; uk: string };
  readonly body: { en: string; uk: string };
  readonly rules: AskRules;
}

/**
 * Makes the ordered list of asks be this one. An ask that is no longer listed is put out of use, not
 * deleted: gifts remember it.
 */
export async function saveAsks(ctx: Ctx, list: readonly AskToSave[]): Promise<void> {
  await inTransaction(ctx, async ({ db, clock }) => {
    const ids = list.map((ask) => ask.id);
    await db
      .update(asks)
      .set({ isActive: false })
      .where(ids.length > 0 ? notInArray(asks.id, ids) : undefined);
    for (const [index, ask] of list.entries()) {
      const row = { ...ask, position: index + 1, isActive: true };
      await db
        .insert(asks)
        .values({ ...row, createdAt: clock.now() })
        .onConflictDoUpdate({ target: asks.id, set: row });
    }
  });
}
