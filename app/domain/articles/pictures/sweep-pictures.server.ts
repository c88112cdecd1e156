import { inArray } from 'drizzle-orm';
import { pictures } from '../../../db/schema/articles.ts';
import { addMs, hoursMs } from '../../../kernel/dates.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import type { Media } from '../../ports/images.ts';
import { holdMedia } from './hold-media.server.ts';

const graceHours = 24;
const batch = 500;
/** Only names that uploads make: what else somebody put into the folder is theirs. */
const uploaded = /^([0-9a-f]{24})-\d+\.(?:webp|avif)$/;
const unfinished = /^\.incoming-[0-9a-f-]{36}$/;

/** Removes files that a crash left without a row, when they are a day old. Gives how many. */
export async function sweepPictures(ctx: Ctx & { readonly media: Media }): Promise<number> {
  const old = await ctx.media.listOlderThan(addMs(ctx.clock.now(), -graceHours * hoursMs));
  const parts = old.filter((name) => unfinished.test(name));
  await ctx.media.remove(parts);
  const files = old.filter((name) => uploaded.test(name));
  let swept = parts.length;
  for (let at = 0; at < files.length; at += batch) {
    swept += await sweepBatch(ctx, files.slice(at, at + batch));
  }
  return swept;
}

async function sweepBatch(
  ctx: Ctx & { readonly media: Media },
  names: readonly string[],
): Promise<number> {
  const orphans = await findOrphans(ctx, names);
  if (orphans.length === 0) return 0;
  return inTransaction(ctx, async (tx) => {
    await holdMedia(tx, 'alone');
    // The same picture may have been sent again in the meantime: looked at anew under the lock.
    const still = await findOrphans(tx, orphans);
    await ctx.media.remove(still);
    return still.length;
  });
}

async function findOrphans(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  const idOf = (name: string) => uploaded.exec(name)?.[1] ?? '';
  const rows = await ctx.db
    .select({ id: pictures.id })
    .from(pictures)
    .where(inArray(pictures.id, [...new Set(names.map(idOf))]));
  const known = new Set(rows.map(({ id }) => id));
  return names.filter((name) => !known.has(idOf(name)));
}
