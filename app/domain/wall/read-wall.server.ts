import { addDays } from '../../kernel/dates.ts';
import { listWallGifts } from '../donations/list-wall-gifts.server.ts';
import type { WallName, WallPlace } from '../donations/wall-name.ts';
import { listOpenDisputes } from '../ledger/list-open-disputes.server.ts';
import {
  type WallTier,
  listWallPatrons,
  listWallTiers,
} from '../memberships/list-wall-patrons.server.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { countUnnamed } from './count-unnamed.server.ts';
import {
  type WallGiftsView,
  type WallTierView,
  type WallView,
  formatPlace,
  giftsList,
  namesOnPage,
  printMonths,
  printNames,
  wallDays,
} from './wall.ts';

/** The wall's first page: the newest names of each list. A fixed number of queries for each tier. */
export async function readWall(ctx: Ctx): Promise<WallView> {
  const bounds = await readBounds(ctx);
  const [tiers, unnamed, gifts] = await Promise.all([
    listWallTiers(ctx),
    countUnnamed(ctx, bounds),
    readGifts(ctx, bounds, null),
  ]);
  return {
    tiers: await Promise.all(
      tiers.map(async (tier) => ({
        ...(await readTier(ctx, bounds, { tier, after: null })),
        unnamed: unnamed.patrons.get(tier.id) ?? 0,
      })),
    ),
    gifts: { ...gifts, unnamed: unnamed.gifts },
  };
}

/** Where one of the wall's lists goes on; null when there is no such list. */
export async function readWallPart(
  ctx: Ctx,
  part: { readonly list: string; readonly after: WallPlace | null },
): Promise<WallTierView | WallGiftsView | null> {
  const bounds = await readBounds(ctx);
  if (part.list === giftsList) return readGifts(ctx, bounds, part.after);
  const tier = (await listWallTiers(ctx)).find(({ slug }) => slug === part.list);
  return tier ? readTier(ctx, bounds, { tier, after: part.after }) : null;
}

interface Bounds {
  /** Donations from then on are thanked for. */
  readonly since: Date;
  /** Whose paid time ended before this has used up the days of grace. */
  readonly paidAfter: Date;
  readonly timeZone: string;
}

async function readBounds(ctx: Ctx): Promise<Bounds> {
  const { graceDays, timeZone } = await readNewsroom(ctx);
  const now = ctx.clock.now();
  return { since: addDays(now, -wallDays), paidAfter: addDays(now, -graceDays), timeZone };
}

async function readTier(
  ctx: Ctx,
  { paidAfter }: Bounds,
  { tier, after }: { readonly tier: WallTier; readonly after: WallPlace | null },
): Promise<WallTierView> {
  const found = await listWallPatrons(ctx, {
    ...{ tierId: tier.id, paidAfter, after },
    limit: namesOnPage + 1,
  });
  const { shown, next } = cut(found);
  return {
    slug: tier.slug,
    tierName: tier.name,
    names: printNames(await withoutDisputed(ctx, 'membership', shown)),
    unnamed: 0,
    next,
  };
}

async function readGifts(
  ctx: Ctx,
  { since, timeZone }: Bounds,
  after: WallPlace | null,
): Promise<WallGiftsView> {
  const found = await listWallGifts(ctx, { since, after, limit: namesOnPage + 1 });
  const { shown, next } = cut(found);
  return {
    months: printMonths(await withoutDisputed(ctx, 'donation', shown), timeZone),
    unnamed: 0,
    next,
  };
}

/** One row more than a page was asked for: it says whether the list goes on. */
function cut(found: readonly WallName[]): { shown: readonly WallName[]; next: string | null } {
  const shown = found.slice(0, namesOnPage);
  const last = shown.at(-1);
  return { shown, next: last && found.length > shown.length ? formatPlace(last) : null };
}

/** While a bank looks into a payment, nobody is thanked for it in public. */
async function withoutDisputed(
  ctx: Ctx,
  source: 'donation' | 'membership',
  names: readonly WallName[],
): Promise<WallName[]> {
  const disputed = await listOpenDisputes(
    ctx,
    source,
    names.map(({ id }) => id),
  );
  return names.filter(({ id }) => !disputed.has(id));
}
