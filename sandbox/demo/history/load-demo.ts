import { eq } from 'drizzle-orm';
import { settings } from '../../../app/db/schema/newsroom.ts';
import { supporters } from '../../../app/db/schema/supporters.ts';
import { type Ctx, inTransaction } from '../../../app/domain/ports/context.ts';
import { grantRole } from '../../../app/domain/supporters/grant-role.server.ts';
import { addDays } from '../../../app/kernel/dates.ts';
import { newId } from '../../../app/platform/ids.ts';
import { readDemoContent } from '../content/read-content.ts';
import { staff } from '../people.ts';
import { readHistory } from './history-file.ts';
import { planContentOf } from './plan-content.ts';
import { planHistory } from './plan.ts';
import { copyPictures, saveContent } from './save-content.ts';
import { saveOffers } from './save-offers.ts';
import { type SavedHistory, saveHistory } from './save-history.ts';
import { historyDays } from './timing.ts';

export interface LoadOptions {
  /** The sandbox Stripe's folder, in which its history was prepared. */
  readonly stripeDataDir: string;
  /** Where the site serves pictures from. */
  readonly mediaDir: string;
}

export interface LoadedDemo extends SavedHistory {
  readonly articles: number;
}

/** The row that says that the demo is there. */
const settingKey = 'demo';

/**
 * Loads the newsroom, its staff and its history, in one transaction: a load that breaks off leaves
 * nothing behind. Null when the demo was there already.
 */
export async function loadDemo(ctx: Ctx, options: LoadOptions): Promise<LoadedDemo | null> {
  if (await isLoaded(ctx)) return null;
  const content = readDemoContent();
  const history = readHistory(options.stripeDataDir);
  const now = history?.now ?? ctx.clock.now();
  await copyPictures(content, options.mediaDir);
  return inTransaction(ctx, async (tx) => {
    await saveContent(tx, content, now);
    await saveOffers(tx, await saveStaff(tx, now), now);
    const saved = history
      ? await saveHistory(
          tx,
          planHistory({ ...history, content: planContentOf(content) }),
          history.stripe,
        )
      : { supporters: 0, donations: 0, memberships: 0, payments: 0 };
    const value = { seed: history?.seed ?? null, now: now.toISOString() };
    await tx.db.insert(settings).values({ key: settingKey, value, updatedAt: ctx.clock.now() });
    return { ...saved, articles: content.articles.length };
  });
}

async function isLoaded(ctx: Ctx): Promise<boolean> {
  return (await ctx.db.$count(settings, eq(settings.key, settingKey))) > 0;
}

/** Answers with the owner's id. */
async function saveStaff(ctx: Ctx, now: Date): Promise<string> {
  let ownerId = '';
  const createdAt = addDays(now, -historyDays - 7);
  for (const { email, name, role } of staff) {
    const supporterId = newId();
    await ctx.db.insert(supporters).values({
      id: supporterId,
      email,
      name,
      locale: 'en',
      createdAt,
      emailVerifiedAt: createdAt,
    });
    await grantRole(ctx, { actorId: null, supporterId, role });
    if (role === 'owner') ownerId = supporterId;
  }
  return ownerId;
}
