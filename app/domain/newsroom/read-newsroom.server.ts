import { sql } from 'drizzle-orm';
import { settings } from '../../db/schema/newsroom.ts';
import { secondsMs } from '../../kernel/dates.ts';
import type { Ctx } from '../ports/context.ts';
import {
  type Newsroom,
  type NewsroomSettings,
  defaultNewsroomSettings,
  newsroomSettings,
  toNewsroom,
} from './newsroom.ts';

const freshMs = 5 * secondsMs;

/** Kept per database handle: several processes see a change within {@link freshMs}. */
const cache = new WeakMap<
  object,
  { readonly until: number; readonly newsroom: Promise<Newsroom> }
>();

/** The newsroom's identity and choices; what was never set, or can't be read, is the default. */
export function readNewsroom(ctx: Ctx): Promise<Newsroom> {
  const now = ctx.clock.now().getTime();
  const known = cache.get(ctx.db);
  if (known && known.until > now && known.until <= now + freshMs) return known.newsroom;
  const newsroom = readNewsroomSettings(ctx).then(toNewsroom);
  cache.set(ctx.db, { until: now + freshMs, newsroom });
  newsroom.catch(() => cache.delete(ctx.db));
  return newsroom;
}

/** Makes the next {@link readNewsroom} on this handle look again. */
export function forgetNewsroom(ctx: Ctx): void {
  cache.delete(ctx.db);
}

/** The settings as they may be edited, read anew. */
export async function readNewsroomSettings(ctx: Ctx): Promise<NewsroomSettings> {
  const rows = await ctx.db
    // As text, because the driver and drizzle each parse a JSON column once, and "12345678" (a tax
    // id) would come out as a number.
    .select({ key: settings.key, json: sql<string>`${settings.value}::text` })
    .from(settings);
  let result = defaultNewsroomSettings;
  for (const { key, json } of rows) {
    if (!Object.hasOwn(newsroomSettings.shape, key)) continue;
    const parsed = newsroomSettings.partial().safeParse({ [key]: JSON.parse(json) as unknown });
    if (parsed.success) result = { ...result, ...parsed.data };
    else ctx.log.warn({ setting: key }, 'a setting could not be read, its default stands in');
  }
  return result;
}
