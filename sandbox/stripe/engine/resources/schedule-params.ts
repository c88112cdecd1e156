import { periodBoundary } from '../calendar.ts';
import type { Interval } from '../calendar.ts';
import { invalidRequest, missingParam, unsupported } from '../errors.ts';
import { priceOfItem } from '../flows/catalogue.ts';
import { intervalOf } from '../flows/period-amounts.ts';
import { applyPhase, itemChanges, markPhase } from '../flows/schedules.ts';
import type { Phase, PhaseDiscount, SubscriptionSchedule } from '../objects/schedule.ts';
import type { Params } from '../params.ts';
import { given, integer, mergedMetadata, nested, objects, oneOf, text } from '../params.ts';
import type { Step } from '../step.ts';
import { readDiscounts, readProrations } from './subscription-params.ts';

const PHASE_FIELDS = [
  'billing_cycle_anchor',
  'currency',
  'default_payment_method',
  'description',
  'discounts',
  'duration',
  'end_date',
  'items',
  'metadata',
  'proration_behavior',
  'start_date',
  'trial_end',
];
const ANCHORS = ['automatic', 'phase_start'] as const;
const INTERVALS: readonly Interval[] = ['day', 'month', 'week', 'year'];
const ENDS = ['cancel', 'release'] as const;

export function readEndBehavior(params: Params): 'cancel' | 'release' | undefined {
  const value = text(params, 'end_behavior');
  if (value === 'none' || value === 'renew')
    throw unsupported(`end_behavior '${value}'`, 'end_behavior');
  return oneOf(params, 'end_behavior', ENDS);
}

/** Phases follow one another without gaps: each begins where the one before ends. */
export function readPhases(step: Step, params: Params, begins: number): Phase[] {
  const given = objects(params, 'phases') ?? [];
  if (given.length === 0) throw missingParam('phases');
  let start = begins;
  if (new Set(given.map((entry) => objects(entry, 'items')?.length)).size > 1)
    throw unsupported('phases with different numbers of items', 'phases');
  return given.map((entry, index) => {
    const phase = readPhase(step, entry, start, `phases[${index}]`);
    start = phase.end_date;
    return phase;
  });
}

function readPhase(step: Step, params: Params, start: number, at: string): Phase {
  for (const name of Object.keys(params)) {
    if (given(params, name) && !PHASE_FIELDS.includes(name))
      throw unsupported(`the parameter '${at}[${name}]'`, `${at}[${name}]`);
  }
  const items = objects(params, 'items') ?? [];
  const prices = items.map((item, index) => priceOfItem(step, item, `${at}[items][${index}]`));
  const [first] = prices;
  if (!first) throw missingParam(`${at}[items]`);
  const begins = moment(step, params, 'start_date') ?? start;
  if (begins !== start) {
    throw invalidRequest(
      'The start date of a phase must be the end date of the phase before it.',
      `${at}[start_date]`,
    );
  }
  const end = endOf(step, params, begins, first.recurring ?? intervalOf(first));
  if (end <= begins)
    throw invalidRequest('The end date of a phase must be after its start.', `${at}[end_date]`);
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: oneOf(params, 'billing_cycle_anchor', ANCHORS) ?? null,
    billing_thresholds: null,
    collection_method: null,
    currency: first.currency,
    default_payment_method: text(params, 'default_payment_method') ?? null,
    default_tax_rates: [],
    description: text(params, 'description') ?? null,
    discounts: readPhaseDiscounts(params),
    end_date: end,
    invoice_settings: null,
    items: items.map((item, index) => ({
      billing_thresholds: null,
      discounts: [],
      metadata: mergedMetadata(item),
      plan: prices[index]?.id ?? '',
      price: prices[index]?.id ?? '',
      quantity: integer(item, 'quantity') ?? 1,
      tax_rates: [],
    })),
    metadata: mergedMetadata(params),
    on_behalf_of: null,
    proration_behavior: readProrations(params),
    start_date: begins,
    transfer_data: null,
    trial_end: integer(params, 'trial_end') ?? null,
  };
}

function readPhaseDiscounts(params: Params): PhaseDiscount[] {
  return (readDiscounts(params) ?? []).map((entry) => ({
    coupon: entry.coupon ?? null,
    discount: entry.discount ?? null,
    promotion_code: entry.promotionCode ?? null,
  }));
}

/** A date, or a duration; without either the phase lasts one interval of its price. */
function endOf(
  step: Step,
  params: Params,
  start: number,
  own: { interval: Interval; interval_count: number },
): number {
  const end = moment(step, params, 'end_date');
  const duration = nested(params, 'duration');
  if (end !== undefined) return end;
  if (!duration) return periodBoundary(start, own.interval, own.interval_count, 1);
  const interval = oneOf(duration, 'interval', INTERVALS);
  if (interval === undefined) throw missingParam('duration[interval]');
  return periodBoundary(start, interval, integer(duration, 'interval_count') ?? 1, 1);
}

export function moment(step: Step, params: Params, name: string): number | undefined {
  return text(params, name) === 'now' ? step.now : integer(params, name);
}

/**
 * Replaces a schedule's phases; the present one, if it changes, is applied at once
 * (https://docs.stripe.com/api/subscription_schedules/update).
 *
 * @throws when the first phase named is not the present one.
 */
export function changePhases(step: Step, id: string, params: Params): SubscriptionSchedule {
  const held = step.get('subscription_schedule', id);
  const end = readEndBehavior(params);
  if (end !== undefined) step.edit('subscription_schedule', id).end_behavior = end;
  if (!given(params, 'phases')) return step.get('subscription_schedule', id);
  const begins = held.current_phase?.start_date ?? held.phases[0]?.start_date ?? step.now;
  const [first] = objects(params, 'phases') ?? [];
  const named = first && moment(step, first, 'start_date');
  if (named !== undefined && held.current_phase && named !== begins) {
    throw invalidRequest(
      'The first phase must be the current one, with its start date.',
      'phases[0][start_date]',
    );
  }
  const phases = readPhases(step, params, begins);
  step.edit('subscription_schedule', id).phases = phases;
  const [present] = phases;
  if (held.subscription !== null && present) {
    applyPresent(step, held.subscription, {
      ...present,
      proration_behavior: readProrations(params),
    });
    markPhase(step, id, present);
  }
  return step.get('subscription_schedule', id);
}

function applyPresent(step: Step, id: string, phase: Phase): void {
  const subscription = step.get('subscription', id);
  const isChanged = itemChanges(step, subscription, phase).some((change) => {
    const item = subscription.items.data.find((entry) => entry.id === change.id);
    return item?.price.id !== change.price?.id || item?.quantity !== change.quantity;
  });
  if (isChanged) applyPhase(step, id, phase, false);
}
