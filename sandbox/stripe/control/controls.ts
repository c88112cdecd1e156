import type { Courier } from '../delivery/courier.ts';
import type { Faults } from '../delivery/faults.ts';
import { dueAt } from '../engine/due.ts';
import type { Engine } from '../engine/engine.ts';
import { invalidRequest } from '../engine/errors.ts';
import { finishDebit } from '../engine/flows/after-payment.ts';
import { payOutAutomatically } from '../engine/flows/payouts.ts';
import type { Stored } from '../engine/objects/tables.ts';
import type { Step } from '../engine/step.ts';
import type { DebitOutcome } from '../engine/test-cards.ts';
import type { ApiFaults } from '../http/api-faults.ts';
import type { Persistence } from '../store/persistence.ts';

export interface ControlParts {
  engine: Engine;
  courier: Courier;
  faults: Faults;
  apiFaults: ApiFaults;
  persistence: Persistence | null;
}

/** Something that will happen when the clock gets there. */
export interface DueThing {
  at: number;
  object: Stored;
}

/** What a developer or a test may do to the sandbox from outside the API. */
export class Controls {
  readonly engine: Engine;
  readonly faults: Faults;
  readonly apiFaults: ApiFaults;
  private readonly courier: Courier;
  private readonly persistence: Persistence | null;
  private readonly clockListeners: (() => void)[] = [];

  constructor(parts: ControlParts) {
    this.engine = parts.engine;
    this.faults = parts.faults;
    this.apiFaults = parts.apiFaults;
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

  /** What falls due next, soonest first. */
  upcoming(limit: number): DueThing[] {
    const found: DueThing[] = [];
    for (const object of this.engine.store.all()) {
      const at = dueAt(object);
      if (at !== null) found.push({ at, object });
    }
    return found.sort((a, b) => a.at - b.at).slice(0, limit);
  }

  /** One change that no route of the API makes. */
  act<T>(work: (step: Step) => T): T {
    return this.engine.transact(work);
  }

  /** The bank's answer to a debit that is under way, ahead of its time. */
  settlePayment(intent: string, outcome: DebitOutcome): void {
    this.act((step) => {
      const { status } = step.get('payment_intent', intent, 'payment_intent');
      if (status !== 'processing') {
        throw invalidRequest(`This payment is not under way: it is ${status}.`, 'payment_intent');
      }
      finishDebit(step, intent, outcome);
    });
  }

  /** Pays out what is available now, in each settlement currency, as the daily schedule would. */
  payOut(): string[] {
    const { settlementCurrency, alsoSettles } = this.engine.settings.money;
    return this.act((step) =>
      [settlementCurrency, ...alsoSettles].flatMap(
        (currency) => payOutAutomatically(step, currency)?.id ?? [],
      ),
    );
  }

  redeliver(event: string): number {
    if (!this.engine.store.get('event', event))
      throw invalidRequest(`No such event: '${event}'`, 'event');
    return this.courier.redeliver(event);
  }

  retryDeliveries(): void {
    this.courier.retryNow();
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
    this.apiFaults.clear();
    this.persistence?.saveReset();
    // Where events go is the developer's configuration, not data.
    this.engine.transact((step) => {
      for (const kept of endpoints) step.add(kept);
    });
  }
}
