import type { Ctx } from '../ports/context.ts';
import { findAmongNewest } from './find-among-newest.server.ts';
import {
  type ListInput,
  countSupporters,
  foundUpTo,
  listSupporters,
  readPage,
} from './list-supporters.server.ts';
import type { SupporterCount, SupporterPage } from './listed-supporter.ts';
import { isWordSearch } from './supporter-condition.server.ts';
import type { SupporterCursor } from './supporter-cursor.ts';
import type { SupporterFilter } from './supporter-filter.ts';

type Input = ListInput & { readonly after: SupporterCursor | null; readonly limit: number };
interface Found {
  readonly page: SupporterPage;
  readonly count: SupporterCount;
}

/**
 * A page of supporters, and how many there are in all. Of a search, looking is most of the work: a
 * common name is looked for among the newest first, and what fits on one page is not looked for once
 * more to be counted.
 */
export async function findSupporters(ctx: Ctx, input: Input): Promise<Found> {
  const { filter, after, limit } = input;
  if (!filter.search) {
    const [page, count] = await Promise.all([
      listSupporters(ctx, input),
      countSupporters(ctx, input),
    ]);
    return { page, count };
  }
  const word = wordOf(filter);
  const newest = word
    ? await findAmongNewest(ctx, { search: word, after, limit: Math.max(limit, foundUpTo) + 1 })
    : [];
  const page =
    newest.length > limit ? await readPage(ctx, newest, limit) : await listSupporters(ctx, input);
  if (newest.length > foundUpTo) return { page, count: { count: foundUpTo, isMore: true } };
  const isAll = after === null && page.next === null;
  return {
    page,
    count: isAll
      ? { count: page.supporters.length, isMore: false }
      : await countSupporters(ctx, input),
  };
}

/** The words that are searched for, when nothing else is asked; null otherwise. */
function wordOf({ search, sort, ...others }: SupporterFilter): string | null {
  const isAlone = sort === 'newest' && Object.values(others).every((value) => value === null);
  return search && isAlone && isWordSearch(search) ? search : null;
}
