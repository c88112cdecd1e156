import { clockOf, clockOfRequest } from './clock-binding.ts';
import type { SandboxClock } from './clock.ts';
import { createClock, toSeconds } from './clock.ts';
import { isKnownRoute, refuseNonConforming } from './conformance.ts';
import { deliveriesOf } from './deliveries.ts';
import { dueAt, runDue } from './due.ts';
import { DueQueue } from './due-queue.ts';
import type { Commit, EngineAnswer, EngineOptions, EngineRequest } from './engine-types.ts';
import { StripeApiError, unknownRoute } from './errors.ts';
import type { CheckoutOutcome } from './flows/checkout-completion.ts';
import { closeDispute, openDispute } from './flows/disputes.ts';
import { finishAdvance } from './flows/test-clocks.ts';
import type { CheckoutVisitor } from './flows/visitor.ts';
import { completeCheckout, replaceCard } from './flows/visitor.ts';
import type { IdempotencyRecord } from './idempotency.ts';
import { fingerprintOf, IdempotencyKeys } from './idempotency.ts';
import type { IdGenerator } from './ids.ts';
import { createIdGenerator } from './ids.ts';
import { ObjectStore } from './object-store.ts';
import type { Dispute } from './objects/dispute.ts';
import type { Kind, Stored } from './objects/tables.ts';
import { createdOf } from './objects/tables.ts';
import type { Params } from './params.ts';
import { texts } from './params.ts';
import { Renderer } from './render.ts';
import { routes } from './resources/all.ts';
import { pager, refuseUnsupported, Router } from './router.ts';
import type { Settings } from './settings.ts';
import { resolveSettings } from './settings.ts';
import type { StepContext } from './step.ts';
import { Step } from './step.ts';

const router = new Router(routes);
const NO_CONTEXT: StepContext = { requestId: null, idempotencyKey: null };

/**
 * A Stripe account in memory: synchronous, one atomic step at a time, with no I/O of its own.
 */
export class Engine {
  readonly store = new ObjectStore();
  readonly settings: Settings;
  readonly idempotency = new IdempotencyKeys();
  readonly clock: SandboxClock;
  readonly ids: IdGenerator;
  private readonly due = new DueQueue();
  /** What falls due by a test clock's time waits for that clock to be advanced. */
  private readonly clockQueues = new Map<string, DueQueue>();
  private readonly listeners: ((commit: Commit) => void)[] = [];
  private readonly deliver: boolean;
  private readonly checkRequests: boolean;
  /** The moment at which something falls due while time is moved over it. */
  private frozen: number | null = null;

  constructor(options: EngineOptions = {}) {
    this.settings = resolveSettings(options.settings);
    this.clock = createClock(options.clock);
    this.ids = createIdGenerator(options.seed, options.idPosition);
    this.deliver = options.deliver ?? true;
    this.checkRequests = options.checkRequests ?? true;
  }

  /** Unix seconds, in the sandbox's time. */
  now(): number {
    return this.frozen ?? this.clock.now();
  }

  onCommit(listener: (commit: Commit) => void): void {
    this.listeners.push(listener);
  }

  /** A request in process. Returns the body; a Stripe error is thrown as `StripeApiError`. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the object that the route answers with, as with the SDK
  request<T extends object = Record<string, unknown>>(
    method: 'DELETE' | 'GET' | 'POST',
    path: string,
    params: Params = {},
  ): T {
    return this.perform({ method, path, params }, NO_CONTEXT) as T;
  }

  /** A request as it comes over HTTP: errors are answers, idempotency keys are honoured. */
  handle(request: EngineRequest): EngineAnswer {
    const requestId = this.ids.next('req');
    const { idempotencyKey: key } = request;
    const context = { requestId, idempotencyKey: key ?? null };
    const print =
      key === undefined ? '' : fingerprintOf(request.method, request.path, request.params ?? {});
    try {
      const record = key === undefined ? null : this.idempotency.recall(key, print, this.now());
      if (record) return { ...record, replayed: true, unknown: false };
      const body = this.perform(request, context, (status, answer) =>
        key === undefined
          ? undefined
          : { key, fingerprint: print, status, body: answer, requestId, created: this.now() },
      );
      return { status: 200, body, requestId, replayed: false, unknown: false };
    } catch (error) {
      if (!(error instanceof StripeApiError)) throw error;
      const unknown = error.details.unknownRoute === true;
      return {
        status: error.details.status,
        body: error.body(),
        requestId,
        replayed: false,
        unknown,
      };
    }
  }

  /** One atomic piece of work outside the API: the hosted pages and the controls use it. */
  transact<T>(work: (step: Step) => T, context: StepContext = NO_CONTEXT): T {
    const step = this.begin(context);
    const result = work(step);
    this.commit(step);
    return result;
  }

  /**
   * Pays a Checkout session without its page, as a supporter with this card would; a bank that asks
   * for authentication gets it.
   */
  completeCheckout(session: string, visitor: CheckoutVisitor): CheckoutOutcome {
    return this.transact((step) => completeCheckout(step, session, visitor));
  }

  /** Gives a customer another card and makes it the default of all their subscriptions. */
  replaceCard(customer: string, number: string): string {
    return this.transact((step) => replaceCard(step, customer, number));
  }

  /** The card holder goes to their bank; `null` when there is nothing left to dispute. */
  openDispute(charge: string, reason = 'fraudulent'): Dispute | null {
    return this.transact((step) => openDispute(step, charge, reason));
  }

  closeDispute(dispute: string, result: 'lost' | 'won'): Dispute {
    return this.transact((step) => closeDispute(step, dispute, result));
  }

  /**
   * Does everything that falls due until a moment, in order, each thing at its own time. Stripe
   * counts whole seconds: a part of one is dropped.
   */
  advanceTo(moment: Date | number): void {
    const until = typeof moment === 'number' ? Math.floor(moment) : toSeconds(moment);
    this.runDue(until);
    this.clock.moveTo(until);
    this.forgetOldEvents();
  }

  /** Does what has fallen due by now. */
  runDue(until = this.now()): void {
    for (;;) {
      const next = this.due.peek();
      if (!next || next.at > until) break;
      this.due.pop();
      const object = this.store.any(next.id);
      if (!object || dueAt(object) !== next.at) continue;
      this.frozen = Math.max(next.at, Math.min(createdOf(object), until));
      try {
        if (object.object === 'sandbox.follow_up' && object.kind === 'advance_clock') {
          this.advanceTestClock(object.target);
          this.transact((step) => step.remove('sandbox.follow_up', object.id));
        } else {
          this.transact((step) => {
            step.keepTimeOf(object.object === 'sandbox.follow_up' ? object.target : object.id);
            runDue(step, object);
          });
        }
      } finally {
        this.frozen = null;
      }
    }
  }

  /** Does everything that falls due for a test clock until its target, each thing at its own time. */
  private advanceTestClock(id: string): void {
    const held = this.store.get('test_helpers.test_clock', id);
    const target = held?.status_details.advancing?.target_frozen_time;
    if (!held || target === undefined) return;
    const queue = this.clockQueues.get(id) ?? new DueQueue();
    for (let next = queue.peek(); next && next.at <= target; next = queue.peek()) {
      queue.pop();
      const object = this.store.any(next.id);
      if (!object || dueAt(object) !== next.at) continue;
      const at = Math.max(next.at, held.frozen_time);
      this.transact((step) => {
        step.goBy(id, at);
        runDue(step, object);
      });
    }
    this.transact((step) => finishAdvance(step, id));
  }

  /** When something next falls due, if anything ever does. */
  nextDueAt(): number | null {
    return this.due.peek()?.at ?? null;
  }

  /** Takes in objects from a snapshot or a journal, without events or listeners. */
  restore(puts: readonly Stored[], removes: readonly string[] = []): void {
    for (const object of puts) this.put(object);
    for (const id of removes) this.drop(id);
  }

  /** An object as the API would show it. */
  show(object: object, expand: readonly string[] = []): object {
    return new Renderer(this.begin(NO_CONTEXT)).answer(object, expand);
  }

  /** Empties the account. The clock keeps its time. */
  clear(): void {
    this.store.clear();
    this.due.clear();
    this.clockQueues.clear();
    this.idempotency.clear();
  }

  private perform(
    request: EngineRequest,
    context: StepContext,
    record: (status: number, body: object) => IdempotencyRecord | undefined = () => undefined,
  ): object {
    const { method, path, params = {} } = request;
    const match = router.match(method, path);
    if (!match) throw unknownRoute(method, path, isKnownRoute(method, path));
    if (this.checkRequests) refuseNonConforming(method, path, params);
    refuseUnsupported(match.route, params);
    const step = this.begin(context);
    step.goBy(clockOfRequest((id) => this.store.any(id), match.id, params));
    try {
      const page = pager(this.store, params);
      const body = match.route.handle(step, { params, id: match.id, page, store: this.store });
      // Rendered before anything is kept, so that a wrong `expand` leaves no trace.
      const shown = new Renderer(step).answer(body, texts(params, 'expand') ?? []);
      this.commit(step, method === 'GET' ? undefined : record(200, shown));
      return shown;
    } catch (error) {
      if (error instanceof StripeApiError && error.details.keepsWrites === true) {
        this.commit(step, record(error.details.status, error.body()));
      }
      throw error;
    }
  }

  private begin(context: StepContext): Step {
    return new Step(this.store, this.ids, this.now(), this.settings, context);
  }

  private commit(step: Step, idempotency?: IdempotencyRecord): void {
    const { puts, removes, events } = step.finish();
    const deliveries = this.deliver
      ? events.flatMap((event) => deliveriesOf(event, this.store, this.ids))
      : [];
    const commit = { puts: [...puts, ...events, ...deliveries], removes, events };
    for (const object of commit.puts) this.put(object);
    for (const id of removes) this.drop(id);
    if (idempotency) this.idempotency.remember(idempotency);
    if (commit.puts.length === 0 && commit.removes.length === 0 && !idempotency) return;
    for (const listener of this.listeners)
      listener(idempotency ? { ...commit, idempotency } : commit);
  }

  private put(object: Stored): void {
    const before = this.store.any(object.id);
    this.store.put(object);
    const due = dueAt(object);
    if (due === null || due === (before && dueAt(before))) return;
    const clock = clockOf((id) => this.store.any(id), object);
    this.queueOf(clock).push(due, object.id);
  }

  private queueOf(clock: string | null): DueQueue {
    if (clock === null) return this.due;
    const known = this.clockQueues.get(clock);
    if (known) return known;
    const made = new DueQueue();
    this.clockQueues.set(clock, made);
    return made;
  }

  private drop(id: string): void {
    const kind: Kind | undefined = this.store.any(id)?.object;
    this.store.remove(id, kind?.startsWith('sandbox.') ?? true);
  }

  private forgetOldEvents(): void {
    const oldest = this.now() - this.settings.eventRetentionSeconds;
    this.store.dropBefore('event', oldest);
    this.store.dropBefore('sandbox.delivery', oldest);
  }
}

export function createEngine(options: EngineOptions = {}): Engine {
  return new Engine(options);
}
