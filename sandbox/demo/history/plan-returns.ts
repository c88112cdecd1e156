import { addDays, addMs, hoursMs } from '../../../app/kernel/dates.ts';
import type { PlannedOrder, PlannedStep } from './plan-types.ts';
import { type Random, createRandom } from './random.ts';

const refundCount = 25;
const shareInPart = 0.3;

/** Payments that were given back: mistakes, second thoughts, a nought too many. */
export function planRefunds(
  seed: number,
  orders: readonly PlannedOrder[],
  now: Date,
): PlannedStep[] {
  const random = createRandom(seed, 'refunds');
  const latest = addDays(now, -6);
  const refundable = orders.filter((order) => order.paidAt && order.paidAt < latest);
  const chosen = new Map<string, PlannedOrder>();
  while (chosen.size < Math.min(refundCount, refundable.length)) {
    const order = random.pick(refundable);
    chosen.set(order.id, order);
  }
  return [...chosen.values()].map((order) => refundOf(random, order));
}

function refundOf(random: Random, order: PlannedOrder): PlannedStep {
  const afterHours = random.whole(1, 110);
  return {
    kind: 'refund',
    at: addMs(order.paidAt ?? order.at, afterHours * hoursMs),
    orderId: order.id,
    percent: random.chance(shareInPart) ? random.pick([20, 50, 50, 75, 90]) : 100,
  };
}
