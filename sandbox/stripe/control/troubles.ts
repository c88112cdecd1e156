import type { DeliveryTroubles } from '../delivery/faults.ts';
import { invalidRequest } from '../engine/errors.ts';
import type { Params } from '../engine/params.ts';
import { flag, integer } from '../engine/params.ts';
import type { ApiTroubles } from '../http/api-faults.ts';

const LONGEST_MS = 600_000;

/** The troubles of webhooks that a request names; the others stay as they are. */
export function readDeliveryTroubles(
  params: Params,
  current: DeliveryTroubles,
): Partial<DeliveryTroubles> {
  const delayMinMs = within(params, 'delay_min_ms', LONGEST_MS) ?? current.delayMinMs;
  const delayMaxMs = within(params, 'delay_max_ms', LONGEST_MS) ?? current.delayMaxMs;
  if (delayMinMs > delayMaxMs) {
    throw invalidRequest('The shortest delay may not exceed the longest.', 'delay_min_ms');
  }
  return {
    ...given('dropPercent', within(params, 'drop_percent', 100)),
    ...given('duplicatePercent', within(params, 'duplicate_percent', 100)),
    ...given('reorder', flag(params, 'reorder')),
    delayMinMs,
    delayMaxMs,
  };
}

/** The troubles of the API that a request names; the others stay as they are. */
export function readApiTroubles(params: Params): Partial<ApiTroubles> {
  return {
    ...given('outage', flag(params, 'outage')),
    ...given('slowMs', within(params, 'slow_ms', LONGEST_MS)),
    ...given('rateLimitPercent', within(params, 'rate_limit_percent', 100)),
    ...given('errorBeforePercent', within(params, 'error_before_percent', 100)),
    ...given('errorAfterPercent', within(params, 'error_after_percent', 100)),
    ...given('errorAfterNext', within(params, 'error_after_next', 1000)),
  };
}

function within(params: Params, name: string, most: number): number | undefined {
  const value = integer(params, name);
  if (value !== undefined && (value < 0 || value > most))
    throw invalidRequest(`Must be from 0 to ${most}.`, name);
  return value;
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  if (value === undefined) return {};
  const found: Partial<Record<K, V>> = {};
  found[key] = value;
  return found;
}
