import { createHash } from 'node:crypto';
import { StripeApiError } from './errors.ts';
import type { Params } from './params.ts';

/** What a request with an idempotency key was answered. */
export interface IdempotencyRecord {
  key: string;
  fingerprint: string;
  status: number;
  body: object;
  requestId: string;
  created: number;
}

const KEPT_SECONDS = 24 * 3600;

/** Remembers answers for a day (https://docs.stripe.com/api/idempotent_requests). */
export class IdempotencyKeys {
  private readonly records = new Map<string, IdempotencyRecord>();

  /** The earlier answer, if any; an error when the key came with another request. */
  recall(key: string, fingerprint: string, now: number): IdempotencyRecord | null {
    const record = this.records.get(key);
    if (!record || record.created + KEPT_SECONDS < now) return null;
    if (record.fingerprint !== fingerprint) {
      throw new StripeApiError({
        status: 400,
        type: 'idempotency_error',
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      });
    }
    return record;
  }

  remember(record: IdempotencyRecord): void {
    this.records.set(record.key, record);
  }

  /** Records that are still of use, for a snapshot. */
  current(now: number): IdempotencyRecord[] {
    return [...this.records.values()].filter((record) => record.created + KEPT_SECONDS >= now);
  }

  clear(): void {
    this.records.clear();
  }
}

export function fingerprintOf(method: string, path: string, params: Params): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, params]))
    .digest('base64url');
}
