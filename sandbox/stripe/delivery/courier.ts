import type { Engine } from '../engine/engine.ts';
import type { Delivery } from '../engine/objects/platform.ts';
import { API_VERSION, secretId, validSecrets } from '../engine/objects/platform.ts';
import type { Faults } from './faults.ts';
import type { RetryPolicy } from './retries.ts';
import { nextRetryMs } from './retries.ts';
import type { Attempted } from './send.ts';
import { sendLetter } from './send.ts';

export interface CourierOptions extends RetryPolicy {
  timeoutMs: number;
  /** Where an endpoint's address is reached from here: the product may be known by another. */
  reach: (url: string) => string;
  /** Deliveries under way at once. */
  concurrency: number;
  /** Sees each event as it is sent. */
  onSend: (event: object) => void;
}

export const COURIER_DEFAULTS: CourierOptions = {
  retryMs: 250,
  maxRetryMs: 3_600_000,
  retryForMs: 3 * 86_400_000,
  timeoutMs: 10_000,
  concurrency: 4,
  reach: (url) => url,
  onSend: () => undefined,
};

/**
 * Brings queued events to their webhook endpoints, signs each attempt anew, and tries again until
 * an endpoint has answered with 2xx. The queue is in the engine, so it survives a restart.
 */
export class Courier {
  private readonly engine: Engine;
  private readonly options: CourierOptions;
  private readonly faults: Faults;
  private readonly queue: string[] = [];
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly inFlight = new Set<string>();
  private readonly idle: (() => void)[] = [];
  private stopped = false;

  constructor(engine: Engine, faults: Faults, options: Partial<CourierOptions> = {}) {
    this.engine = engine;
    this.faults = faults;
    this.options = { ...COURIER_DEFAULTS, ...options };
    for (const id of engine.store.idsBy('sandbox.delivery', 'pending', 'yes')) this.queue.push(id);
    engine.onCommit(({ puts }) => {
      for (const object of puts) {
        if (object.object === 'sandbox.delivery' && object.attempts.length === 0) this.add(object);
      }
    });
    faults.onResume(() => this.pump());
  }

  start(): void {
    this.pump();
  }

  /** Sends an event once more to each endpoint, whatever became of it before. */
  redeliver(event: string): number {
    const earlier = this.engine.store.idsBy('sandbox.delivery', 'event', event);
    const endpoints = new Set(
      earlier.flatMap((id) => this.engine.store.get('sandbox.delivery', id)?.endpoint ?? []),
    );
    if (endpoints.size === 0) {
      for (const id of this.engine.store.order('webhook_endpoint')) {
        if (this.engine.store.get('webhook_endpoint', id)) endpoints.add(id);
      }
    }
    this.engine.transact((step) => {
      for (const endpoint of endpoints) {
        step.add({
          id: step.newId('delivery'),
          object: 'sandbox.delivery',
          created: step.now,
          event,
          endpoint,
          status: 'pending',
          attempts: [],
          nextAttemptAt: 0,
        });
      }
    });
    return endpoints.size;
  }

  /** Brings every retry and every delayed event forward to now. */
  retryNow(): void {
    for (const [id, timer] of this.waiting) {
      clearTimeout(timer);
      this.queue.push(id);
    }
    this.waiting.clear();
    this.pump();
  }

  /** Resolves when nothing is due and nothing is under way; retries that wait do not count. */
  settled(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    this.queue.length = 0;
    await this.settled();
  }

  private isIdle(): boolean {
    const nothingDue = this.queue.length === 0 || this.faults.paused;
    return nothingDue && this.inFlight.size === 0;
  }

  private add(delivery: Delivery): void {
    if (this.stopped) return;
    const delayMs = this.faults.takeDelayMs();
    if (delayMs > 0) this.wait(delivery.id, delayMs);
    else this.queue.push(delivery.id);
    if (this.faults.takeDuplicate()) this.queue.push(delivery.id);
    // After the present request has been answered, never before.
    setImmediate(() => this.pump());
  }

  private wait(id: string, waitMs: number): void {
    const timer = setTimeout(() => {
      this.waiting.delete(id);
      this.queue.push(id);
      this.pump();
    }, waitMs);
    this.waiting.set(id, timer);
  }

  private pump(): void {
    const atOnce = this.faults.reorder ? 1 : this.options.concurrency;
    while (!this.stopped && !this.faults.paused && this.inFlight.size < atOnce) {
      const index = this.nextIndex();
      if (index < 0) break;
      const [id] = this.queue.splice(index, 1);
      if (id === undefined) break;
      this.inFlight.add(id);
      void this.attempt(id).finally(() => {
        this.inFlight.delete(id);
        this.pump();
      });
    }
    if (this.isIdle()) for (const resolve of this.idle.splice(0)) resolve();
  }

  /** Of what is to be sent next; an event on its way is not sent twice at the same time. */
  private nextIndex(): number {
    const start = this.faults.reorder
      ? this.faults.chance.between(0, Math.max(0, this.queue.length - 1))
      : 0;
    const later = this.queue.findIndex((id, at) => at >= start && !this.inFlight.has(id));
    return later >= 0 ? later : this.queue.findIndex((id) => !this.inFlight.has(id));
  }

  private async attempt(id: string): Promise<void> {
    const delivery = this.engine.store.get('sandbox.delivery', id);
    const event = delivery && this.engine.store.get('event', delivery.event);
    const endpoint = delivery && this.engine.store.get('webhook_endpoint', delivery.endpoint);
    if (!delivery || !event) return;
    // As Stripe does: what waits for an endpoint that is gone or disabled is not sent any more.
    if (!endpoint || endpoint.status === 'disabled') {
      this.giveUp(id, endpoint ? 'the endpoint is disabled' : 'the endpoint is gone');
      return;
    }
    const held = this.engine.store.get('sandbox.endpoint_secret', secretId(endpoint.id));
    const secrets = held ? validSecrets(held, this.engine.now()) : [''];
    if (this.faults.takeDrop()) {
      this.record(id, { status: null, error: 'dropped by the controls' });
      return;
    }
    const shown = this.engine.show(event);
    this.options.onSend(shown);
    const version = this.faults.takeVersion() ?? endpoint.api_version ?? API_VERSION;
    const payload = JSON.stringify({ ...shown, api_version: version }, null, 2);
    const { reach, timeoutMs } = this.options;
    this.record(id, await sendLetter({ url: reach(endpoint.url), payload, secrets, timeoutMs }));
  }

  private record(id: string, result: Attempted): void {
    const held = this.engine.store.get('sandbox.delivery', id);
    if (!held) return;
    const ok = result.status !== null && result.status >= 200 && result.status < 300;
    const waitMs = ok ? null : nextRetryMs(held.attempts, Date.now(), this.options);
    this.engine.transact((step) => {
      const delivery = step.edit('sandbox.delivery', id);
      delivery.attempts.push({ at: new Date().toISOString(), ...result });
      if (delivery.status === 'delivered') return;
      delivery.status = ok ? 'delivered' : waitMs === null ? 'failed' : 'pending';
      delivery.nextAttemptAt = waitMs === null ? 0 : Date.now() + waitMs;
      if (!ok || !step.find('event', delivery.event)) return;
      const event = step.edit('event', delivery.event);
      event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
    });
    const isDone = this.engine.store.get('sandbox.delivery', id)?.status !== 'pending';
    if (waitMs !== null && !isDone && !this.stopped) this.wait(id, waitMs);
  }

  private giveUp(id: string, error: string): void {
    this.engine.transact((step) => {
      const delivery = step.edit('sandbox.delivery', id);
      delivery.attempts.push({ at: new Date().toISOString(), status: null, error });
      if (delivery.status === 'pending') delivery.status = 'failed';
      delivery.nextAttemptAt = 0;
    });
  }
}
