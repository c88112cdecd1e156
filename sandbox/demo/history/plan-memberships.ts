import { addDays, addMs, fromUnix, hoursMs, toUnix } from '../../../app/kernel/dates.ts';
import { periodBoundary } from '../../stripe/engine/calendar.ts';
import type { PlannedOrder, PlannedStep } from './plan-types.ts';
import type { Random } from './random.ts';

/** A renewal is collected an hour after its period began: until then its invoice is a draft. */
const draftMs = hoursMs;
/** Until Stripe's last attempt on a failed renewal, when the subscription ends. */
const retryDays = 14;

const failuresPerRenewal = 0.02;

export interface MembershipCourse {
  readonly steps: readonly PlannedStep[];
  /** When it ends by what is planned; null = not yet. */
  readonly endsAt: Date | null;
}

/**
 * What a patron does over the years, renewal by renewal: goes on, asks to stop, or has a card that
 * stops working, which half of them repair.
 */
export function planCourse(random: Random, order: PlannedOrder, now: Date): MembershipCourse {
  const steps: PlannedStep[] = [];
  const { id: orderId, interval, paidAt } = order;
  if (!interval || !paidAt) return { steps, endsAt: null };
  let earliest = addMs(paidAt, hoursMs);
  for (let period = 1; ; period += 1) {
    const renewal = fromUnix(periodBoundary(toUnix(paidAt), interval, 1, period));
    if (random.chance(leavingChance(interval, period))) {
      const at = between(random, earliest, addMs(renewal, -hoursMs));
      return { steps: [...steps, { kind: 'schedule_cancellation', at, orderId }], endsAt: renewal };
    }
    if (renewal > now) return { steps, endsAt: null };
    earliest = addMs(renewal, 2 * hoursMs);
    if (!random.chance(failuresPerRenewal)) continue;
    steps.push({ kind: 'card_stops_working', at: addMs(renewal, -hoursMs), orderId });
    if (random.chance(0.5)) {
      return { steps, endsAt: addMs(addDays(renewal, retryDays), draftMs) };
    }
    const at = addMs(renewal, random.whole(2 * hoursMs, 11 * 24 * hoursMs));
    steps.push({
      kind: 'card_is_repaired',
      at: wholeMinute(at),
      orderId,
      card: order.supporter.card,
    });
    earliest = addMs(at, hoursMs);
  }
}

/** How likely it is that they ask to stop before a renewal: the first months lose the most. */
function leavingChance(interval: 'month' | 'year', period: number): number {
  if (interval === 'year') return period === 1 ? 0.17 : 0.12;
  return period === 1 ? 0.045 : period < 4 ? 0.032 : 0.021;
}

function between(random: Random, from: Date, until: Date): Date {
  const span = Math.max(0, until.getTime() - from.getTime());
  return wholeMinute(addMs(from, random.next() * span));
}

function wholeMinute(moment: Date): Date {
  return new Date(Math.ceil(moment.getTime() / 60_000) * 60_000);
}
