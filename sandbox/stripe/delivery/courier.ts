import type { Engine } from '../engine/engine.ts';
import type { Delivery } from '../engine/objects/platform.ts';
import { secretId } from '../engine/objects/platform.ts';
import type { Faults } from './faults.ts';
import { signatureHeader } from './signature.ts';

export interface CourierOptions {
  /** Before the first retry; doubles each time (Stripe: hours; here: a fraction of a second). */
  retryMs: number;
  maxRetryMs: number;
  maxAttempts: number;
  timeoutMs: number;
  /** Deliveries under way at once. */
  concurrency: number;
  /** Sees each event as it is sent. */
  onSend: (event: object) => void;
}

export const COURIER_DEFAULTS: CourierOptions = {
  retryMs: 250,
  maxRetryMs: 30_000,
  maxAttempts: 12,
  timeoutMs: 10_000,
  concurrency: 4,
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

  /** Brings every waiting retry forward to now. */
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
    this.queue.push(delivery.id);
    if (this.faults.takeDuplicate()) this.queue.push(delivery.id);
    // After the present request has been answered, never before.
    setImmediate(() => this.pump());
  }

  private pump(): void {
    while (!this.stopped && !this.faults.paused && this.inFlight.size < this.options.concurrency) {
      const index = this.queue.findIndex((id) => !this.inFlight.has(id));
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

  private async attempt(id: string): Promise<void> {
    const delivery = this.engine.store.get('sandbox.delivery', id);
    const event = delivery && this.engine.store.get('event', delivery.event);
    const endpoint = delivery && this.engine.store.get('webhook_endpoint', delivery.endpoint);
    if (!delivery || !event || !endpoint) return;
    const secret =
      this.engine.store.get('sandbox.endpoint_secret', secretId(endpoint.id))?.secret ?? '';
    if (this.faults.takeDrop()) {
      this.record(id, { status: null, error: 'dropped by the controls' });
      return;
    }
    const shown = this.engine.show(event);
    this.options.onSend(shown);
    const payload = JSON.stringify(shown, null, 2);
    try {
      const response = await fetch(endpoint.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'Stripe-Signature': signatureHeader(payload, [secret], Math.floor(Date.now() / 1000)),
        },
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.options.timeoutMs),
      });
      await response.arrayBuffer();
      this.record(id, { status: response.status, error: null });
    } catch (error) {
      this.record(id, {
        status: null,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }

  private record(id: string, result: { status: number | null; error: string | null }): void {
    const held = this.engine.store.get('sandbox.delivery', id);
    if (!held) return;
    const ok = result.status !== null && result.status >= 200 && result.status < 300;
    const attempts = held.attempts.length + 1;
    const exhausted = attempts >= this.options.maxAttempts;
    const waitMs = Math.min(this.options.retryMs * 2 ** (attempts - 1), this.options.maxRetryMs);
    this.engine.transact((step) => {
      const delivery = step.edit('sandbox.delivery', id);
      delivery.attempts.push({ at: new Date().toISOString(), ...result });
      if (delivery.status === 'delivered') return;
      delivery.status = ok ? 'delivered' : exhausted ? 'failed' : 'pending';
      delivery.nextAttemptAt = ok || exhausted ? 0 : Date.now() + waitMs;
      if (!ok || !step.find('event', delivery.event)) return;
      const event = step.edit('event', delivery.event);
      event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
    });
    if (ok || exhausted || this.stopped) return;
    const timer = setTimeout(() => {
      this.waiting.delete(id);
      this.queue.push(id);
      this.pump();
    }, waitMs);
    this.waiting.set(id, timer);
  }
}
