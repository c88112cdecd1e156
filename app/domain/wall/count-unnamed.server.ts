import { minutesMs } from '../../kernel/dates.ts';
import { countUnnamedGifts } from '../donations/list-wall-gifts.server.ts';
import { countUnnamedPatrons } from '../memberships/list-wall-patrons.server.ts';
import type { Ctx } from '../ports/context.ts';

/** Counting a million takes a third of a second: so often is enough. Names are never kept. */
const keptMs = minutesMs;

export interface Unnamed {
  readonly gifts: number;
  /** By the tier's id. */
  readonly patrons: ReadonlyMap<string, number>;
}

/** Kept per database handle. */
const counted = new WeakMap<object, { readonly at: number; readonly unnamed: Promise<Unnamed> }>();

/** How many give without a name, as it was at most a minute ago. */
export function countUnnamed(
  ctx: Ctx,
  { since, paidAfter }: { readonly since: Date; readonly paidAfter: Date },
): Promise<Unnamed> {
  const now = ctx.clock.now().getTime();
  const known = counted.get(ctx.db);
  if (known && known.at <= now && now < known.at + keptMs) return known.unnamed;
  const unnamed = Promise.all([
    countUnnamedGifts(ctx, since),
    countUnnamedPatrons(ctx, paidAfter),
  ]).then(([gifts, patrons]) => ({ gifts, patrons }));
  counted.set(ctx.db, { at: now, unnamed });
  unnamed.catch(() => counted.delete(ctx.db));
  return unnamed;
}
