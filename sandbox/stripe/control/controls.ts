import type { Courier } from '../delivery/courier.ts';
import type { Faults } from '../delivery/faults.ts';
import type { Engine } from '../engine/engine.ts';
import { invalidRequest } from '../engine/errors.ts';
import type { Persistence } from '../store/persistence.ts';

export interface ControlParts {
  engine: Engine;
  courier: Courier;
  faults: Faults;
  persistence: Persistence | null;
}

/** What a developer or a test may do to the sandbox from outside the API. */
export class Controls {
  readonly engine: Engine;
  readonly faults: Faults;
  private readonly courier: Courier;
  private readonly persistence: Persistence | null;
  private readonly clockListeners: (() => void)[] = [];

  constructor(parts: ControlParts) {
    this.engine = parts.engine;
    this.faults = parts.faults;
    this.courier = parts.courier;
    this.persistence = parts.persistence;
  }

  onClock(listener: () => void): void {
    this.clockListeners.push(listener);
  }

  /** Moves the sandbox's clock forward; everything due on the way happens in its order. */
  advance(seconds: number): number {
    if (!Number.isFinite(seconds) || seconds <= 0)
      throw invalidRequest('The clock only moves forward.', 'seconds');
    this.engine.advanceTo(this.engine.now() + Math.floor(seconds));
    this.persistence?.saveClock(this.engine);
    for (const listener of this.clockListeners) listener();
    return this.engine.now();
  }

  redeliver(event: string): number {
    if (!this.engine.store.get('event', event))
      throw invalidRequest(`No such event: '${event}'`, 'event');
    return this.courier.redeliver(event);
  }

  retryDeliveries(): void {
    this.courier.retryNow();
  }

  closeDispute(id: string, result: 'lost' | 'won'): void {
    this.engine.closeDispute(id, result);
  }

  openDispute(charge: string): void {
    this.engine.openDispute(charge);
  }

  /** Gives a customer another card and makes it the default everywhere: for trying failed renewals. */
  replaceCard(customer: string, number: string): string {
    return this.engine.replaceCard(customer, number);
  }

  reset(): void {
    const endpoints = this.engine.store.order('webhook_endpoint').flatMap((id) => {
      const endpoint = this.engine.store.get('webhook_endpoint', id);
      const secret = this.engine.store.get('sandbox.endpoint_secret', `secret_${id}`);
      return endpoint && secret ? [endpoint, secret] : [];
    });
    this.engine.clear();
    this.faults.clear();
    this.persistence?.saveReset();
    // Where events go is the developer's configuration, not data.
    this.engine.transact((step) => {
      for (const kept of endpoints) step.add(kept);
    });
  }
}
