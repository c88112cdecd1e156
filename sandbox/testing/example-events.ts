import Stripe from 'stripe';
import type { Kind } from '../stripe/engine/objects/tables.ts';
import { API_VERSION } from '../stripe/engine/objects/platform.ts';
import { donate, join, testEngine } from '../stripe/testing/engine.ts';

/** What a delivery brings: the raw body and the header that proves it. */
export interface SignedDelivery {
  rawBody: string;
  signature: string;
}

const created = 1_790_000_000;

/** The sandbox makes no payouts and no schedules yet, so these are written out. */
const payout = {
  id: 'po_example',
  object: 'payout',
  amount: 12_345,
  application_fee: null,
  application_fee_amount: null,
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  original_payout: null,
  payout_method: null,
  reversed_by: null,
  statement_descriptor: null,
  trace_id: null,
  arrival_date: created + 172_800,
  automatic: true,
  balance_transaction: 'txn_example',
  created,
  currency: 'eur',
  description: 'STRIPE PAYOUT',
  destination: 'ba_example',
  livemode: false,
  metadata: {},
  method: 'standard',
  reconciliation_status: 'completed',
  source_type: 'card',
  status: 'paid',
  type: 'bank_account',
};
const schedule = {
  id: 'sub_sched_example',
  object: 'subscription_schedule',
  application: null,
  billing_mode: { type: 'flexible', flexible: { proration_discounts: 'included' } },
  customer_account: null,
  default_settings: {
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: 'automatic',
    billing_thresholds: null,
    collection_method: null,
    default_payment_method: null,
    description: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      days_until_due: null,
      issuer: { type: 'self' },
    },
    on_behalf_of: null,
    transfer_data: null,
  },
  canceled_at: null,
  completed_at: null,
  created,
  current_phase: { start_date: created, end_date: created + 2_592_000 },
  customer: 'cus_example',
  end_behavior: 'release',
  livemode: false,
  metadata: {},
  pause_schedules: [],
  phases: [],
  released_at: null,
  released_subscription: null,
  status: 'active',
  subscription: 'sub_example',
  test_clock: null,
};

/**
 * One object for each type of event that the product may meet, out of a history that no other
 * sandbox knows: type -> object as Stripe would send it.
 */
export function exampleObjects(): Map<string, object> {
  const engine = testEngine({ seed: 4711 });
  join(engine);
  const donation = donate(engine, 2500);
  const latest = (kind: Kind): object => {
    const found = [...engine.store.all()].filter((object) => object.object === kind);
    const last = found.at(-1);
    if (!last) throw new Error(`The history has no ${kind}`);
    return engine.show(last);
  };
  const charge = [...engine.store.all()].find((object) => object.object === 'charge')?.id ?? '';
  engine.request('POST', '/v1/refunds', { charge, amount: '100' });
  engine.openDispute(charge);
  const subscription = latest('subscription');
  const ended = { ...subscription, status: 'canceled', ended_at: created, canceled_at: created };
  return new Map<string, object>([
    ...named('checkout.session', latest('checkout.session'), ['completed']),
    ...named('checkout.session', { ...donation, payment_status: 'unpaid' }, [
      'async_payment_succeeded',
      'async_payment_failed',
      'expired',
    ]),
    ...named('refund', latest('refund'), ['created', 'updated', 'failed']),
    ...named('charge', latest('charge'), ['succeeded', 'failed', 'updated', 'refunded']),
    ...named('charge.dispute', latest('dispute'), [
      'created',
      'updated',
      'funds_withdrawn',
      'funds_reinstated',
      'closed',
    ]),
    ...named('invoice', latest('invoice'), [
      'created',
      'finalized',
      'paid',
      'payment_succeeded',
      'payment_failed',
      'payment_action_required',
      'upcoming',
      'updated',
      'voided',
      'marked_uncollectible',
    ]),
    ...named('customer.subscription', subscription, [
      'created',
      'updated',
      'pending_update_applied',
      'pending_update_expired',
      'resumed',
      'trial_will_end',
    ]),
    ...named('customer.subscription', { ...subscription, status: 'paused' }, ['paused']),
    ...named('customer.subscription', ended, ['deleted']),
    ...named('subscription_schedule', schedule, [
      'created',
      'updated',
      'released',
      'completed',
      'canceled',
      'aborted',
      'expiring',
    ]),
    ...named('customer', latest('customer'), ['created', 'updated']),
    ...named('payment_method', latest('payment_method'), ['attached', 'automatically_updated']),
    ...named('payout', payout, ['created', 'updated', 'paid', 'reconciliation_completed']),
    ...named('payout', { ...payout, status: 'failed' }, ['failed']),
    ...named('payout', { ...payout, status: 'canceled' }, ['canceled']),
    ...named('payment_intent', latest('payment_intent'), [
      'created',
      'processing',
      'succeeded',
      'payment_failed',
      'canceled',
    ]),
    ...named('price', latest('price'), ['created']),
    ['something.nobody.knows', { id: 'new_1', object: 'something' }],
    ['v1.without_an_id', { object: 'balance', available: [] }],
    ['constructor', { id: 'x', object: 'x' }],
  ]);
}

/** Wraps an object as an event; `parts` replaces fields of the event. */
export function eventAbout(
  type: string,
  object: object,
  parts: { api_version?: string; livemode?: boolean; account?: string } = {},
) {
  count += 1;
  return {
    id: `evt_example_${count}`,
    object: 'event',
    api_version: API_VERSION,
    created,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...parts,
  };
}
let count = 0;

/** Signs as Stripe does; `at` in Unix seconds, now by default. */
export function sign(
  event: object,
  secret: string,
  at = Math.floor(Date.now() / 1000),
): SignedDelivery {
  const payload = JSON.stringify(event, null, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at });
  return { rawBody: payload, signature };
}

function named(prefix: string, object: object, ends: readonly string[]): [string, object][] {
  return ends.map((end) => [`${prefix}.${end}`, object]);
}
