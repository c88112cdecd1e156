import { createStripeClient } from '../../app/gateways/stripe/client.server.ts';
import { letBanksAct, passDays, troubleMembers } from './bank.ts';
import { checkInbox } from './checks/inbox.ts';
import { checkMail } from './checks/mail.ts';
import { checkMemberships } from './checks/memberships.ts';
import { checkMoney } from './checks/money.ts';
import { checkOrders, readOrders, readSessions } from './checks/orders.ts';
import { checkPages } from './checks/pages.ts';
import type { World } from './checks/world.ts';
import { killAsPlanned } from './killer.ts';
import type { ChaosOptions } from './options.ts';
import { isEnded, pause } from './pause.ts';
import { partOf, planKills } from './plan.ts';
import { letReadersGive } from './readers.ts';
import { readDeliveries, settle } from './settle.ts';
import type { Stage } from './stage.ts';
import { control } from './stand-ins.ts';
import type { Tally } from './tally.ts';

/** The rest of the kills comes while time passes, so that renewals are hit as well. */
const shareWhileGiving = 0.8;
const givingLastsMs = 10_000;
/** Five weeks, so that every monthly membership renews or fails to. */
const weeks = 5;

/** Plays a whole run on a stage; what was found is in the tally. */
export async function play(
  stage: Stage,
  options: ChaosOptions,
  tally: Tally,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const { places } = stage;
  const { seed } = options;
  const stripe = createStripeClient({
    secretKey: stage.env.stripeSecretKey,
    apiBase: places.stripeUrl,
  });
  const plan = planKills(options);
  await control(places, 'delivery-troubles', { duplicate_percent: 10, seed });

  say('Readers give, and processes are killed');
  let isGivingOver = false;
  const isOver = () => isGivingOver;
  const killing = Promise.all([
    killAsPlanned(stage, partOf(plan, 0, shareWhileGiving), tally, signal),
    pause(givingLastsMs, signal),
  ]).finally(() => (isGivingOver = true));
  const readers = { appUrl: places.appUrl, count: options.readers, seed, tally, signal, isOver };
  const [opened] = await Promise.all([
    letReadersGive(readers),
    letBanksAct({ places, stripe, seed, tally, signal, isOver }),
    killing,
  ]);
  if (isEnded(signal)) return;

  say('Weeks pass, and memberships renew');
  const seen = new Set<string>();
  await troubleMembers(places, stripe, seed, tally);
  for (let week = 0; week < weeks && !isEnded(signal); week += 1) {
    const share = (1 - shareWhileGiving) / weeks;
    const from = shareWhileGiving + week * share;
    await countDeliveries(stage, seen, tally);
    await passDays(places, 7);
    await killAsPlanned(stage, partOf(plan, from, from + share), tally, signal);
  }

  say('Everything comes to rest');
  await settle(stage, tally, signal);
  await countDeliveries(stage, seen, tally);
  if (isEnded(signal)) return;
  say('Everything is compared with Stripe');
  await checkAll({ stage, stripe, opened, tally });
}

async function checkAll(world: World): Promise<void> {
  const orders = await readOrders(world);
  const sessions = await readSessions(world);
  checkOrders(world, orders, sessions);
  await checkMoney(world);
  await checkMemberships(world);
  await checkMail(world);
  await checkInbox(world);
  await checkPages(world, orders, sessions);
}

/** Counts what is done with, each once: Stripe forgets its events after 30 days. */
async function countDeliveries(stage: Stage, seen: Set<string>, tally: Tally): Promise<void> {
  for (const { id, status, attempts } of await readDeliveries(stage.places)) {
    if (status === 'pending' || seen.has(id)) continue;
    seen.add(id);
    tally.count('deliveries');
    tally.count('deliveries, attempts', attempts.length);
    if (attempts.length > 1) tally.count('deliveries, repeated');
  }
}
