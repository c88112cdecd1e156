import { createdOf, INDEXES } from './objects/tables.ts';
import type { Kind, Stored, Tables } from './objects/tables.ts';

interface Row {
  object: Stored;
  /** Place in the order of creation. */
  order: number;
}

type Indexers = Record<string, (object: Stored) => string | null>;

/**
 * All committed objects: by id, in order of creation by kind, and by the indexed fields. Objects
 * in here are never changed in place; a new version replaces the old one.
 */
export class ObjectStore {
  private readonly rows = new Map<string, Row>();
  /** Ids by kind in order of creation; those of removed objects stay until `compact`. */
  private readonly orders = new Map<Kind, string[]>();
  private readonly indexes = new Map<string, Map<string, Set<string>>>();
  private readonly gone = new Map<string, Kind>();
  private next = 0;

  get<K extends Kind>(kind: K, id: string): Tables[K] | undefined {
    const object = this.rows.get(id)?.object;
    return isKind(object, kind) ? object : undefined;
  }

  /** An object of whatever kind, for `expand`. */
  any(id: string): Stored | undefined {
    return this.rows.get(id)?.object;
  }

  /** The kind of a deleted object; Stripe answers its retrieval with a stub. */
  removedKind(id: string): Kind | undefined {
    return this.gone.get(id);
  }

  put(object: Stored): void {
    const known = this.rows.get(object.id);
    if (known) {
      this.reindex(known.object, object);
      known.object = object;
      return;
    }
    this.next += 1;
    this.rows.set(object.id, { object, order: this.next });
    const order = this.orders.get(object.object);
    if (order) order.push(object.id);
    else this.orders.set(object.object, [object.id]);
    this.reindex(undefined, object);
  }

  /** `quietly`: leaves no stub behind (an event that has grown too old, a sandbox record). */
  remove(id: string, quietly = false): void {
    const row = this.rows.get(id);
    if (!row) return;
    this.rows.delete(id);
    if (!quietly) this.gone.set(id, row.object.object);
    this.reindex(row.object, undefined);
  }

  /** Remembers a deletion that a snapshot tells of. */
  markRemoved(id: string, kind: Kind): void {
    this.gone.set(id, kind);
  }

  removed(): IterableIterator<[string, Kind]> {
    return this.gone.entries();
  }

  /** Ids of a kind, oldest first; may hold ids that are gone. */
  order(kind: Kind): readonly string[] {
    return this.orders.get(kind) ?? [];
  }

  /** Ids of a kind whose indexed field has a value, oldest first. */
  idsBy(kind: Kind, field: string, value: string): string[] {
    const ids = this.indexes.get(`${kind}.${field}`)?.get(value);
    return ids ? this.inOrder(ids) : [];
  }

  /** Ids sorted as their objects were created, oldest first. */
  inOrder(ids: Iterable<string>): string[] {
    return [...ids].sort((a, b) => this.orderOf(a) - this.orderOf(b));
  }

  *all(): IterableIterator<Stored> {
    for (const row of this.rows.values()) yield row.object;
  }

  count(kind: Kind): number {
    let count = 0;
    for (const id of this.order(kind)) if (this.rows.has(id)) count += 1;
    return count;
  }

  /** Forgets objects of a kind that were created before a moment. Returns their ids. */
  dropBefore(kind: Kind, moment: number): string[] {
    const order = this.orders.get(kind);
    if (!order) return [];
    let end = 0;
    for (; end < order.length; end += 1) {
      const held = this.rows.get(order[end] ?? '')?.object;
      if (held && createdOf(held) >= moment) break;
    }
    const dropped = order.splice(0, end).filter((id) => this.rows.has(id));
    for (const id of dropped) this.remove(id, true);
    return dropped;
  }

  clear(): void {
    this.rows.clear();
    this.orders.clear();
    this.indexes.clear();
    this.gone.clear();
    this.next = 0;
  }

  private orderOf(id: string): number {
    return this.rows.get(id)?.order ?? 0;
  }

  private reindex(before: Stored | undefined, after: Stored | undefined): void {
    const kind = (after ?? before)?.object;
    const fields = kind && (INDEXES[kind] as Indexers | undefined);
    if (!fields) return;
    for (const field in fields) {
      const valueOf = fields[field];
      const old = before && valueOf?.(before);
      const now = after && valueOf?.(after);
      if (old === now) continue;
      const index = this.indexOf(`${kind}.${field}`);
      const id = (after ?? before)?.id ?? '';
      if (old) {
        const ids = index.get(old);
        ids?.delete(id);
        if (ids?.size === 0) index.delete(old);
      }
      if (now) {
        const ids = index.get(now);
        if (ids) ids.add(id);
        else index.set(now, new Set([id]));
      }
    }
  }

  private indexOf(name: string): Map<string, Set<string>> {
    const known = this.indexes.get(name);
    if (known) return known;
    const made = new Map<string, Set<string>>();
    this.indexes.set(name, made);
    return made;
  }
}

export function isKind<K extends Kind>(object: Stored | undefined, kind: K): object is Tables[K] {
  return object?.object === kind;
}
