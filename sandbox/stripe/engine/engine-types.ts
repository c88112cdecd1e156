import type { ClockOption } from './clock.ts';
import type { IdempotencyRecord } from './idempotency.ts';
import type { StripeEvent } from './objects/platform.ts';
import type { Stored } from './objects/tables.ts';
import type { Params } from './params.ts';
import type { SettingsOption } from './settings.ts';

export interface EngineOptions {
  clock?: ClockOption;
  /** The same seed gives the same identifiers. */
  seed?: number;
  /** How many identifiers have been drawn from the seed before. */
  idPosition?: number;
  settings?: SettingsOption;
  /** Whether events are queued for the webhook endpoints. */
  deliver?: boolean;
  /** Whether requests are checked against the SDK's types (default) or trusted, for bulk loading. */
  checkRequests?: boolean;
}

/** Everything that one committed step wrote. Listeners get it after the store has it. */
export interface Commit {
  puts: Stored[];
  removes: string[];
  events: StripeEvent[];
  idempotency?: IdempotencyRecord;
}

export interface EngineRequest {
  method: string;
  path: string;
  params?: Params;
  idempotencyKey?: string;
}

export interface EngineAnswer {
  status: number;
  body: object;
  requestId: string;
  /** Answered from the memory of an earlier request with the same key. */
  replayed: boolean;
  /** No such route, or none that the sandbox implements. */
  unknown: boolean;
}
