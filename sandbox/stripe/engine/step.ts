import { clockOf } from './clock-binding.ts';
import { noSuch } from './errors.ts';
import type { IdGenerator } from './ids.ts';
import type { ObjectStore } from './object-store.ts';
import { isKind } from './object-store.ts';
import { API_VERSION } from './objects/platform.ts';
import type { FollowUp, StripeEvent } from './objects/platform.ts';
import type { Kind, Stored, Tables } from './objects/tables.ts';
import { INDEXES } from './objects/tables.ts';
import type { Settings } from './settings.ts';
import { copy, freeze, previousAttributes } from './tree.ts';

interface Draft {
  /** Undefined once removed. */
  object: Stored | undefined;
  /** What `previous_attributes` compares with: the version before this step or the last event. */
  before: Stored | undefined;
  /** An event holds this version: the next edit works on a copy. */
  sealed: boolean;
}

export interface StepContext {
  requestId: string | null;
  idempotencyKey: string | null;
}

/** What a step leaves behind; applied, journalled and delivered as one. */
export interface StepResult {
  puts: Stored[];
  removes: string[];
  events: StripeEvent[];
}

/**
 * One atomic piece of work: a request, or one thing that fell due. It sees its own writes at once;
 * the store sees all of them together at the end, or none.
 */
export class Step {
  /** The account's time. Payments, deliveries and events follow it. */
  readonly accountNow: number;
  readonly settings: Settings;
  private readonly store: ObjectStore;
  private readonly ids: IdGenerator;
  private readonly context: StepContext;
  private readonly drafts = new Map<string, Draft>();
  private readonly events: StripeEvent[] = [];
  private moment: number;
  private heldClock: string | null = null;

  constructor(
    store: ObjectStore,
    ids: IdGenerator,
    now: number,
    settings: Settings,
    context: StepContext,
  ) {
    this.store = store;
    this.ids = ids;
    this.accountNow = now;
    this.moment = now;
    this.settings = settings;
    this.context = context;
  }

  /** Unix seconds: the account's time, or that of the test clock by which this step goes. */
  get now(): number {
    return this.moment;
  }

  /** The test clock by which this step goes. */
  get clock(): string | null {
    return this.heldClock;
  }

  /** Goes by a test clock's time from here on, or at a moment which that clock passes. */
  goBy(clock: string | null, at?: number): void {
    this.heldClock = clock;
    const held = clock === null ? undefined : this.find('test_helpers.test_clock', clock);
    this.moment = at ?? held?.frozen_time ?? this.accountNow;
  }

  /** Goes by the time of the object with this id, if it has a test clock: a page or a control has come upon it. */
  keepTimeOf(id: string): void {
    if (this.heldClock !== null) return;
    const clock = clockOf((named) => this.any(named), this.any(id));
    if (clock !== null) this.goBy(clock);
  }

  /**
   * A step beside this one that sees what it has written; nothing of it is ever kept. It may stand
   * at a later moment.
   */
  scratch(at = this.now): Step {
    const beside = new Step(this.store, this.ids, this.accountNow, this.settings, this.context);
    beside.heldClock = this.heldClock;
    beside.moment = at;
    for (const [id, draft] of this.drafts) beside.drafts.set(id, { ...draft, sealed: true });
    return beside;
  }

  newId(prefix: string): string {
    return this.ids.next(prefix);
  }

  /** Random text, for client secrets and the like. */
  newSecret(): string {
    return this.ids.next('secret').slice('secret_'.length);
  }

  /** The present version, to read only. */
  find<K extends Kind>(kind: K, id: string): Tables[K] | undefined {
    const draft = this.drafts.get(id);
    if (draft) return isKind(draft.object, kind) ? draft.object : undefined;
    return this.store.get(kind, id);
  }

  /** An object of whatever kind, for `expand`. */
  any(id: string): Stored | undefined {
    const draft = this.drafts.get(id);
    return draft ? draft.object : this.store.any(id);
  }

  removedKind(id: string): Kind | undefined {
    return this.store.removedKind(id);
  }

  /** As `find`, but a missing object is Stripe's error; `param` names the parameter that held the id. */
  get<K extends Kind>(kind: K, id: string, param?: string): Tables[K] {
    const found = this.find(kind, id);
    if (!found) throw noSuch(kind, id, param);
    return found;
  }

  /** A version to write to; call it again after each `emit`, which seals the version it sends. */
  edit<K extends Kind>(kind: K, id: string, param?: string): Tables[K] {
    const draft = this.drafts.get(id);
    if (draft && isKind(draft.object, kind)) {
      if (draft.sealed) {
        draft.object = copy(draft.object);
        draft.sealed = false;
      }
      return draft.object as Tables[K];
    }
    const held = this.get(kind, id, param);
    const object = copy(held);
    this.drafts.set(id, { object, before: held, sealed: false });
    return object;
  }

  add<T extends Stored>(object: T): T {
    this.drafts.set(object.id, { object, before: undefined, sealed: false });
    return object;
  }

  remove(kind: Kind, id: string): void {
    const before = this.get(kind, id);
    this.drafts.set(id, { object: undefined, before, sealed: true });
  }

  /** Objects whose indexed field has a value, oldest first, this step's own included. */
  listBy<K extends Kind>(kind: K, field: string, value: string): Tables[K][] {
    const found: Tables[K][] = [];
    const valueOf = INDEXES[kind]?.[field];
    const matches = (object: Tables[K]) => valueOf?.(object) === value;
    const ids = this.store.idsBy(kind, field, value);
    for (const id of ids) {
      const object = this.find(kind, id);
      if (object && matches(object)) found.push(object);
    }
    if (this.drafts.size > 0) {
      const known = new Set(ids);
      for (const [id, draft] of this.drafts) {
        if (known.has(id) || !isKind(draft.object, kind)) continue;
        if (matches(draft.object)) found.push(draft.object);
      }
    }
    return found;
  }

  /** Plans something for a later moment of the account's time; `settings` decide how much later. */
  schedule(kind: FollowUp['kind'], target: string, afterSeconds: number, outcome = ''): void {
    this.add({
      id: this.newId('task'),
      object: 'sandbox.follow_up',
      created: this.now,
      at: this.accountNow + afterSeconds,
      kind,
      target,
      outcome,
    } satisfies FollowUp);
  }

  /** Plans the one reminder of a kind for an object, in the object's own time; replaces an earlier one. */
  remind(kind: FollowUp['kind'], target: string, at: number): void {
    const id = `task_${kind}_${target}`;
    this.drafts.delete(id);
    this.add({
      id,
      object: 'sandbox.follow_up',
      created: Math.min(this.now, at),
      at,
      kind,
      target,
      outcome: '',
      clock: this.clock,
    } satisfies FollowUp);
  }

  /** Records an event with the object as it is now. Types ending in `.updated` say what changed. */
  emit(type: string, object: Stored): void {
    const draft = this.drafts.get(object.id);
    const current = draft?.object ?? object;
    const before = draft?.before;
    if (draft) {
      draft.sealed = true;
      draft.before = current;
    }
    if (this.accountNow < this.settings.eventsFrom) return;
    const changes =
      type.endsWith('.updated') && before ? previousAttributes(before, current) : undefined;
    if (!this.settings.bulk) freeze(current);
    this.events.push({
      id: this.newId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: this.accountNow,
      data: { object: current, ...(changes ? { previous_attributes: changes } : {}) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: this.context.requestId, idempotency_key: this.context.idempotencyKey },
      type,
    });
  }

  /** Everything written, once; called by the engine. */
  finish(): StepResult {
    const puts: Stored[] = [];
    const removes: string[] = [];
    for (const [id, { object }] of this.drafts) {
      if (!object) removes.push(id);
      else puts.push(this.settings.bulk ? object : freeze(object));
    }
    return { puts, removes, events: this.events };
  }
}
