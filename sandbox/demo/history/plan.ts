import { addDays, addMs, minutesMs } from '../../../app/kernel/dates.ts';
import { withCover } from './amounts.ts';
import { createOrders } from './plan-orders.ts';
import { planCourse } from './plan-memberships.ts';
import { createPeople, namedSupporters } from './plan-people.ts';
import { planRefunds } from './plan-returns.ts';
import type {
  Plan,
  PlanContent,
  PlannedOrder,
  PlannedStep,
  PlannedSupporter,
} from './plan-types.ts';
import { createRandom } from './random.ts';
import { createTiming, historyDays, wholeSecond } from './timing.ts';

const counts = { donors: 1_060, patrons: 720, campaignGivers: 330, abandoned: 130 };
const share = { yearly: 0.25, givesAgain: 0.4, gaveBeforeJoining: 0.16, comesBack: 0.12 };
/** Disputes open so many days after the payment; a bank gives nine days to answer. */
export const disputeAfterDays = 16;
const disputedCard = '4000000000000259';

/**
 * Who gave what and when in the two years up to `now`, drawn from a seed: the same seed, moment and
 * content always give the same plan. It does nothing; both the sandbox Stripe and our own rows are made from it.
 */
export function planHistory(input: { seed: number; now: Date; content: PlanContent }): Plan {
  const { seed, content } = input;
  const now = wholeSecond(input.now);
  const random = createRandom(seed, 'history');
  const timing = createTiming(now);
  const people = createPeople(seed);
  const order = createOrders(seed, now, content);
  const orders: PlannedOrder[] = [];
  const steps: PlannedStep[] = [];
  const known = new Set<string>();

  const give = (supporter: PlannedSupporter, at: Date, isForCampaign = false) => {
    const isReturn = known.has(supporter.email);
    known.add(supporter.email);
    orders.push(
      order({
        supporter,
        at,
        interval: null,
        isForCampaign,
        isSignedIn: isReturn && random.chance(0.5),
      }),
    );
  };
  const join = (supporter: PlannedSupporter, at: Date, isForCampaign = false): void => {
    const interval = random.chance(share.yearly) ? 'year' : 'month';
    const joined = order({ supporter, at, interval, isForCampaign });
    orders.push(joined);
    const course = planCourse(random, joined, now);
    steps.push(...course.steps);
    if (!course.endsAt || !random.chance(share.comesBack)) return;
    const again = addDays(course.endsAt, random.whole(20, 200));
    if (again < addDays(now, -1)) join(supporter, again);
  };

  const donors: PlannedSupporter[] = [];
  for (let index = 0; index < counts.donors; index += 1) {
    const donor = people.invent();
    donors.push(donor);
    const first = timing.draw(random, donor.hoursAhead);
    give(donor, first);
    for (let at = first; random.chance(share.givesAgain);) {
      at = addDays(at, random.whole(21, 330));
      if (at >= addDays(now, -1)) break;
      give(donor, at);
    }
  }
  for (let index = 0; index < counts.campaignGivers; index += 1) {
    const giver = random.chance(0.3) ? random.pick(donors) : people.invent();
    const at = timing.drawCampaign(random, giver.hoursAhead, content.campaign.startedDaysAgo);
    if (random.chance(0.08)) join(people.invent(), at, true);
    else give(giver, at, true);
  }
  for (let index = 0; index < counts.patrons; index += 1) {
    const patron = people.invent();
    const at = timing.drawJoining(random, patron.hoursAhead);
    const before = addDays(at, -random.whole(5, 90));
    if (random.chance(share.gaveBeforeJoining) && before > addDays(now, -historyDays))
      give(patron, before);
    join(patron, at);
  }
  for (let index = 0; index < counts.abandoned; index += 1) {
    const supporter = people.invent();
    const interval = random.chance(0.3) ? 'month' : null;
    const at = timing.draw(random, supporter.hoursAhead);
    orders.push(order({ supporter, at, interval, isAbandoned: true }));
  }

  const { reader, patron, failing } = namedSupporters();
  const named = {
    reader: order({
      supporter: reader,
      at: addDays(now, -49),
      interval: null,
      amount: withCover(2_500, 'EUR', false),
    }),
    patron: order({
      supporter: patron,
      at: monthsAgo(now, 14, 9),
      interval: 'month',
      amount: withCover(1_000, 'EUR', true),
    }),
    failing: order({
      supporter: failing,
      at: monthsAgo(now, 7, 4),
      interval: 'month',
      amount: withCover(600, 'EUR', false),
    }),
  };
  steps.push({ kind: 'card_stops_working', at: addDays(now, -6), orderId: named.failing.id });
  // One dispute that was lost for want of an answer, and one that waits for it with four days left.
  const disputed = [214, disputeAfterDays + 5].map((daysAgo) => {
    const supporter: PlannedSupporter = { ...people.invent(), currency: 'EUR' };
    const amount = withCover(10_000, 'EUR', false);
    return order({
      supporter,
      at: addDays(now, -daysAgo),
      interval: null,
      card: disputedCard,
      amount,
    });
  });
  steps.push(...planRefunds(seed, orders, now));
  orders.push(...Object.values(named), ...disputed);
  return { seed, now, orders, steps: inOrder(orders, steps, now) };
}

/** All that is done, oldest first. */
function inOrder(
  orders: readonly PlannedOrder[],
  others: readonly PlannedStep[],
  now: Date,
): PlannedStep[] {
  const all = [...others];
  for (const order of orders) {
    all.push({ kind: 'open_checkout', at: order.at, order });
    if (order.paidAt) all.push({ kind: 'pay', at: order.paidAt, order });
  }
  return all.filter((step) => step.at < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** So many months and days ago, on a day that every month has. */
function monthsAgo(now: Date, months: number, days: number): Date {
  const date = addMs(addDays(now, -days), -5 * minutesMs);
  date.setUTCDate(Math.min(date.getUTCDate(), 28));
  date.setUTCMonth(date.getUTCMonth() - months);
  return date;
}
