import Stripe from 'stripe';
import { createRandom, type Random } from '../demo/history/random.ts';
import { isEnded, pause } from './pause.ts';
import { type Places, control } from './stand-ins.ts';
import type { Tally } from './tally.ts';

const everyMs = 2_500;
const daySeconds = 86_400;

/**
 * Meanwhile the newsroom pays back in Stripe's Dashboard, and banks open and close disputes: one
 * such thing every few seconds, until `isOver`.
 */
export async function letBanksAct(options: {
  places: Places;
  stripe: Stripe;
  seed: number;
  tally: Tally;
  signal: AbortSignal;
  isOver: () => boolean;
}): Promise<void> {
  const random = createRandom(options.seed, 'banks');
  while (!options.isOver() && !isEnded(options.signal)) {
    await pause(everyMs, options.signal);
    if (isEnded(options.signal)) return;
    await actOnce(options, random);
  }
}

async function actOnce(
  { places, stripe, tally }: { places: Places; stripe: Stripe; tally: Tally },
  random: Random,
): Promise<void> {
  const { data: charges } = await stripe.charges.list({ limit: 60 });
  const intact = charges.filter(
    (charge) => charge.paid && !charge.disputed && charge.amount_refunded === 0,
  );
  const { data: disputes } = await stripe.disputes.list({ limit: 30 });
  const open = disputes.filter((dispute) => dispute.status === 'needs_response');
  const [dispute] = open;
  if (dispute && random.chance(0.4)) {
    await control(places, 'close-dispute', {
      dispute: dispute.id,
      result: random.pick(['won', 'lost']),
    });
    tally.count('disputes closed');
    return;
  }
  if (intact.length === 0) return;
  const charge = random.pick(intact);
  if (random.chance(0.2)) {
    await control(places, 'open-dispute', { charge: charge.id });
    tally.count('disputes opened');
    return;
  }
  const amount = random.chance(0.5) ? charge.amount : Math.ceil(charge.amount / 3);
  await stripe.refunds.create({ charge: charge.id, amount }).catch(unlessTaken);
  tally.count('refunds made');
}

/** A test card's dispute may have come first. */
function unlessTaken(error: unknown): void {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return;
  throw error;
}

/**
 * Some members' cards stop working, and some cancel, before time passes: so that renewals fail, are
 * tried again, and end.
 */
export async function troubleMembers(
  places: Places,
  stripe: Stripe,
  seed: number,
  tally: Tally,
): Promise<void> {
  const random = createRandom(seed, 'members');
  for await (const subscription of stripe.subscriptions.list({ status: 'active', limit: 100 })) {
    const customer =
      typeof subscription.customer === 'string' ? subscription.customer : subscription.customer.id;
    if (random.chance(0.15)) {
      await control(places, 'replace-card', { customer, number: '4000000000000341' });
      tally.count('cards that stopped working');
    } else if (random.chance(0.15)) {
      await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
      tally.count('cancellations');
    }
  }
}

/** Moves Stripe's time on; what falls due on the way happens. */
export async function passDays(places: Places, days: number): Promise<void> {
  await control(places, 'advance', { seconds: days * daySeconds });
}
