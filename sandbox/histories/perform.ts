import { confirmDonation } from '../../app/domain/donations/confirm-donation.server.ts';
import { startDonation } from '../../app/domain/donations/start-donation.server.ts';
import { confirmMembership } from '../../app/domain/memberships/confirm-membership.server.ts';
import { startMembership } from '../../app/domain/memberships/start-membership.server.ts';
import type { Interval } from '../../app/kernel/giving-amounts.ts';
import { money } from '../../app/kernel/money.ts';
import { closeDispute, openDispute } from '../stripe/engine/flows/disputes.ts';
import { failPayout } from '../stripe/engine/flows/payouts.ts';
import type { Engine } from '../stripe/engine/engine.ts';
import { giftInput } from '../testing/gifts.ts';
import type { TestProduct } from '../testing/product.ts';
import type { Operation, Paying } from './operation.ts';
import {
  liveSubscriptionOf,
  paidCharges,
  payCheckout,
  post,
  repairCard,
  spoilCard,
} from './reader.ts';

export interface Order {
  readonly kind: 'donation' | 'membership';
  readonly id: string;
  readonly reader: number;
  readonly operation: number;
}

const daySeconds = 86_400;

/**
 * Does one operation. What can't be done as things stand (a refund of nothing, a second
 * membership) is left out, and as it is decided by what Stripe has, it is left out in every world.
 */
export async function perform(
  product: TestProduct,
  operation: Operation,
  index: number,
  orders: Order[],
): Promise<void> {
  const { engine } = product.stripe;
  switch (operation.kind) {
    case 'give': {
      const { reader, amountMinor, currency, how } = operation;
      const url = await give(product, orders, { reader, operation: index }, amountMinor, currency);
      payCheckout(engine, url, reader, how);
      return;
    }
    case 'leave_checkout':
      await give(product, orders, { reader: operation.reader, operation: index }, 500, 'EUR');
      return;
    case 'join':
    case 'join_twice':
      return joinIfNone(product, operation, index, orders);
    case 'come_back': {
      const latest = orders.findLast((order) => order.reader === operation.reader);
      if (latest) await comeBack(product, latest);
      return;
    }
    case 'pass':
      engine.advanceTo(engine.now() + operation.days * daySeconds);
      return;
    case 'spoil_card':
      spoilCard(engine, operation.reader);
      return;
    case 'repair_card':
      repairCard(engine, operation.reader);
      return;
    case 'refund':
      refund(engine, operation.charge, operation.share);
      return;
    case 'dispute': {
      const charge = pickNth(paidCharges(engine), operation.charge);
      if (!charge) return;
      const stage = operation.isInquiry ? 'inquiry' : 'chargeback';
      engine.transact((step) => openDispute(step, charge.id, 'fraudulent', stage));
      return;
    }
    case 'close_dispute': {
      const open = engine.store.order('dispute').filter((id) => isOpen(engine, id));
      const id = pickNth(open, operation.dispute);
      const result = operation.isWon ? 'won' : 'lost';
      if (id) engine.transact((step) => closeDispute(step, id, result));
      return;
    }
    case 'fail_payout': {
      const sent = engine.store.order('payout').filter((id) => {
        const status = engine.store.get('payout', id)?.status;
        return status === 'paid' || status === 'in_transit';
      });
      const id = pickNth(sent, operation.payout);
      if (id) engine.transact((step) => failPayout(step, id, 'account_closed'));
      return;
    }
    default:
      changeSubscription(engine, operation);
  }
}

async function joinIfNone(
  product: TestProduct,
  operation: Extract<Operation, { kind: 'join' | 'join_twice' }>,
  index: number,
  orders: Order[],
): Promise<void> {
  const { engine } = product.stripe;
  const { reader, amountMinor } = operation;
  if (liveSubscriptionOf(engine, reader)) return;
  const whose = { reader, operation: index };
  if (operation.kind === 'join') {
    const url = await join(product, orders, whose, amountMinor, operation.interval);
    payCheckout(engine, url, reader, operation.how);
    return;
  }
  const first = await join(product, orders, whose, amountMinor, 'month');
  const second = await join(product, orders, whose, amountMinor, 'month');
  for (const url of [first, second]) payCheckout(engine, url, reader, 'card' satisfies Paying);
  for (const order of orders.slice(-2)) await comeBack(product, order);
}

async function give(
  { services }: TestProduct,
  orders: Order[],
  whose: Pick<Order, 'operation' | 'reader'>,
  amountMinor: number,
  currency: string,
): Promise<string> {
  const started = await startDonation(
    services,
    giftInput({ amount: money(amountMinor, currency) }),
  );
  if (!started.ok) throw new Error(`A gift was refused: ${started.reason}`);
  orders.push({ kind: 'donation', id: started.value.donationId, ...whose });
  return started.value.checkoutUrl;
}

async function join(
  { services }: TestProduct,
  orders: Order[],
  whose: Pick<Order, 'operation' | 'reader'>,
  amountMinor: number,
  interval: Interval,
): Promise<string> {
  const amount = money(interval === 'month' ? amountMinor : amountMinor * 10, 'EUR');
  const input = { ...giftInput({ amount }), interval, tierSlug: null };
  const started = await startMembership(services, input);
  if (!started.ok) throw new Error(`A membership was refused: ${started.reason}`);
  orders.push({ kind: 'membership', id: started.value.membershipId, ...whose });
  return started.value.checkoutUrl;
}

async function comeBack({ services }: TestProduct, order: Order): Promise<void> {
  if (order.kind === 'donation') await confirmDonation(services, order.id);
  else await confirmMembership(services, order.id);
}

function refund(engine: Engine, nth: number, share: number): void {
  const charge = pickNth(paidCharges(engine), nth);
  if (!charge) return;
  const left = charge.amount - charge.amount_refunded;
  const amount = share === 1 ? left : Math.floor(charge.amount * share);
  if (amount > 0) post(engine, '/v1/refunds', { charge: charge.id, amount: String(amount) });
}

type SubscriptionOperation = Extract<
  Operation,
  { kind: 'cancel_at_end' | 'cancel_now' | 'pause' | 'resume' | 'switch' | 'undo_cancellation' }
>;

function changeSubscription(engine: Engine, operation: SubscriptionOperation): void {
  const subscription = liveSubscriptionOf(engine, operation.reader);
  if (!subscription) return;
  const path = `/v1/subscriptions/${subscription.id}`;
  switch (operation.kind) {
    case 'cancel_at_end':
      post(engine, path, { cancel_at_period_end: 'true' });
      return;
    case 'undo_cancellation':
      post(engine, path, { cancel_at_period_end: 'false' });
      return;
    case 'cancel_now':
      engine.request('DELETE', path);
      return;
    case 'pause': {
      const resumesAt = engine.now() + operation.days * daySeconds;
      post(engine, path, {
        pause_collection: { behavior: 'void', resumes_at: String(resumesAt) },
      });
      return;
    }
    case 'resume':
      post(engine, path, { pause_collection: '' });
      return;
    case 'switch':
      switchAmount(engine, operation);
  }
}

function switchAmount(
  engine: Engine,
  { reader, amountMinor, isNow }: Extract<Operation, { kind: 'switch' }>,
): void {
  const subscription = liveSubscriptionOf(engine, reader);
  const item = subscription?.items.data[0];
  if (!subscription || !item) return;
  const { currency, product, recurring } = item.price;
  const interval = recurring?.interval ?? 'month';
  const times = interval === 'year' ? 10 : 1;
  post(engine, `/v1/subscriptions/${subscription.id}`, {
    items: [
      {
        id: item.id,
        price_data: {
          currency,
          product,
          recurring: { interval },
          unit_amount: String(amountMinor * times),
        },
      },
    ],
    ...(isNow
      ? { proration_behavior: 'always_invoice', payment_behavior: 'pending_if_incomplete' }
      : { proration_behavior: 'none' }),
  });
}

function isOpen(engine: Engine, id: string): boolean {
  const status = engine.store.get('dispute', id)?.status;
  return status === 'needs_response' || status === 'under_review';
}

function pickNth<T>(from: readonly T[], nth: number): T | undefined {
  return from[nth % from.length];
}
