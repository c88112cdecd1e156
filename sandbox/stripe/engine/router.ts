import { noSuch, unsupported } from './errors.ts';
import type { Listing, Page } from './listing.ts';
import { listPage } from './listing.ts';
import type { ObjectStore } from './object-store.ts';
import type { Kind, Tables } from './objects/tables.ts';
import type { Params } from './params.ts';
import { isParams, text } from './params.ts';
import type { Step } from './step.ts';

export type HttpMethod = 'DELETE' | 'GET' | 'POST';

export interface Call {
  params: Params;
  /** The identifier in the path; '' where there is none. */
  id: string;
  /** A page of committed objects. */
  page: <K extends Kind>(kind: K, listing: Listing<K>) => Page<Tables[K]>;
  store: ObjectStore;
}

export interface Route {
  method: HttpMethod;
  /** `/v1/customers/:id`; at most one identifier, called `id`. */
  path: string;
  /**
   * Parameters that this route honours, dotted below the first level (`subscription_data.metadata`;
   * a name alone allows all below it). Any other that Stripe knows is refused, never ignored.
   */
  params: readonly string[];
  handle(step: Step, call: Call): object;
}

export interface Match {
  route: Route;
  id: string;
}

const PAGING = ['limit', 'starting_after', 'ending_before'];

export class Router {
  private readonly fixed = new Map<string, Route>();
  private readonly patterned: { route: Route; head: string; tail: string }[] = [];

  constructor(routes: readonly Route[]) {
    for (const route of routes) {
      const [head, tail] = route.path.split(':id');
      if (tail === undefined) this.fixed.set(`${route.method} ${route.path}`, route);
      else this.patterned.push({ route, head: `${route.method} ${head ?? ''}`, tail });
    }
  }

  match(method: string, path: string): Match | null {
    const key = `${method} ${path}`;
    const fixed = this.fixed.get(key);
    if (fixed) return { route: fixed, id: '' };
    for (const { route, head, tail } of this.patterned) {
      if (!key.startsWith(head) || !key.endsWith(tail)) continue;
      const id = key.slice(head.length, key.length - tail.length);
      if (id !== '' && !id.includes('/')) return { route, id: decodeURIComponent(id) };
    }
    return null;
  }
}

/** Refuses a parameter that the route does not honour, rather than passing over it in silence. */
export function refuseUnsupported(route: Route, params: Params): void {
  const honoured = new Set(route.params);
  for (const [name, value] of Object.entries(params)) {
    if (name === 'expand' || value === undefined || honoured.has(name)) continue;
    const below = route.params.filter((entry) => entry.startsWith(`${name}.`));
    if (below.length === 0)
      throw unsupported(`the parameter '${name}' of ${route.method} ${route.path}`, name);
    if (!isParams(value)) continue;
    const names = new Set(below.map((entry) => entry.slice(name.length + 1)));
    for (const key of Object.keys(value)) {
      if (!names.has(key)) throw unsupported(`the parameter '${name}[${key}]'`, `${name}[${key}]`);
    }
  }
}

export function retrieveRoute(kind: Kind, path: string): Route {
  return {
    method: 'GET',
    path,
    params: [],
    handle: (step, { id, store }) => {
      const found = step.find(kind, id);
      if (found) return found;
      if (store.removedKind(id) === kind) return { id, object: kind, deleted: true };
      throw noSuch(kind, id);
    },
  };
}

interface ListOptions<K extends Kind> {
  /** Parameters that are indexes of the kind. */
  by?: readonly string[];
  /** Other parameters, with the test that each makes. */
  where?: Record<string, (object: Tables[K], value: string, params: Params) => boolean>;
  /** Applied always, given the parameters. */
  always?: (object: Tables[K], params: Params) => boolean;
}

export function listRoute<K extends Kind>(
  kind: K,
  path: string,
  options: ListOptions<K> = {},
): Route {
  const { by = [], where = {}, always } = options;
  return {
    method: 'GET',
    path,
    params: [...PAGING, 'created', ...by, ...Object.keys(where)],
    handle: (_step, { params, page }) => {
      const indexed = by.find((name) => text(params, name) !== undefined);
      const tests: ((object: Tables[K]) => boolean)[] = [];
      if (always) tests.push((object) => always(object, params));
      for (const name of by) {
        const value = text(params, name);
        if (value === undefined || name === indexed) continue;
        tests.push((object) => Reflect.get(object, name) === value);
      }
      for (const [name, test] of Object.entries(where)) {
        if (params[name] === undefined) continue;
        const value =
          isParams(params[name]) || Array.isArray(params[name]) ? '' : (text(params, name) ?? '');
        tests.push((object) => test(object, value, params));
      }
      return page(kind, {
        url: path,
        by: indexed === undefined ? undefined : [indexed, text(params, indexed) ?? ''],
        where: (object) => tests.every((test) => test(object)),
      });
    },
  };
}

export function pager(store: ObjectStore, params: Params): Call['page'] {
  return (kind, listing) => listPage(store, kind, params, listing);
}
