import { invalidRequest } from './errors.ts';
import type { ObjectStore } from './object-store.ts';
import type { Kind, Tables } from './objects/tables.ts';
import { createdOf } from './objects/tables.ts';
import type { Params } from './params.ts';
import { inRange, integer, range, text } from './params.ts';

export interface Page<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

export interface Listing<K extends Kind> {
  url: string;
  /** Narrow by an index instead of walking the table. */
  by?: [field: string, value: string] | undefined;
  /** Only these, in whatever order. */
  among?: readonly string[] | undefined;
  where?: (object: Tables[K]) => boolean;
}

/**
 * One page, newest first: `limit` 1 to 100 (10), `starting_after` or `ending_before`, `created`
 * (https://docs.stripe.com/api/pagination).
 */
export function listPage<K extends Kind>(
  store: ObjectStore,
  kind: K,
  params: Params,
  listing: Listing<K>,
): Page<Tables[K]> {
  const limit = integer(params, 'limit') ?? 10;
  if (limit < 1 || limit > 100) {
    throw invalidRequest(
      limit < 1 ? 'Invalid integer: must be at least 1.' : 'Limit must be between 1 and 100.',
      'limit',
    );
  }
  const created = range(params, 'created');
  const after = text(params, 'starting_after');
  const before = text(params, 'ending_before');
  if (after !== undefined && before !== undefined) {
    throw invalidRequest(
      'You can only specify one of these parameters: starting_after, ending_before.',
      'starting_after',
    );
  }
  const narrowed = listing.by ? store.idsBy(kind, listing.by[0], listing.by[1]) : undefined;
  const ids = listing.among
    ? store.inOrder(listing.among.filter((id) => narrowed?.includes(id) ?? true))
    : (narrowed ?? store.order(kind));
  const cursor = after ?? before;
  let at = -1;
  if (cursor !== undefined) {
    const param = after === undefined ? 'ending_before' : 'starting_after';
    if (!store.get(kind, cursor))
      throw invalidRequest(`No such ${kind}: '${cursor}'`, param, 'resource_missing');
    at = ids.lastIndexOf(cursor);
  }
  const forwards = before !== undefined;
  const step = forwards ? 1 : -1;
  const start = cursor === undefined ? ids.length - 1 : at + step;
  const data: Tables[K][] = [];
  let hasMore = false;
  for (let index = start; index >= 0 && index < ids.length; index += step) {
    const object = store.get(kind, ids[index] ?? '');
    if (!object) continue;
    if (created) {
      // Ids stand in order of creation, so nothing older than the lower bound follows, unless
      // test clocks have made objects at other times.
      const floor = created.gte ?? created.gt;
      if (
        !forwards &&
        store.order('test_helpers.test_clock').length === 0 &&
        !listing.by &&
        !listing.among &&
        floor !== undefined &&
        createdOf(object) < floor
      )
        break;
      if (!inRange(createdOf(object), created)) continue;
    }
    if (listing.where && !listing.where(object)) continue;
    if (data.length === limit) {
      hasMore = true;
      break;
    }
    data.push(object);
  }
  if (forwards) data.reverse();
  return { object: 'list', data, has_more: hasMore, url: listing.url };
}
