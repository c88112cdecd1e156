import { addDays, addMs, daysMs, hoursMs } from '../../../app/kernel/dates.ts';
import type { Random } from './random.ts';

/** How far back the history reaches. */
export const historyDays = 730;

/** Giving through the year, January first: quiet summers, generous Decembers. */
const seasons = [0.95, 1.05, 1.1, 0.95, 0.9, 0.85, 0.75, 0.7, 0.95, 1.05, 1.2, 1.75];
/** Sunday first. */
const weekdays = [0.95, 1.15, 1.15, 1.1, 1.05, 0.9, 0.75];
/** The giver's own clock: over breakfast, at lunch, and most of all in the evening. */
const hours = [
  3, 2, 1, 1, 1, 2, 5, 10, 14, 13, 12, 12, 15, 13, 11, 11, 12, 14, 17, 20, 23, 22, 16, 8,
];

/** Days on which much more was given than usual, and how quickly that passed. */
interface Surge {
  readonly daysAgo: number;
  readonly height: number;
  readonly halfLifeDays: number;
}

const investigations: readonly Surge[] = [
  { daysAgo: 412, height: 5.5, halfLifeDays: 3 },
  { daysAgo: 131, height: 6, halfLifeDays: 3.5 },
];
const opening: Surge = { daysAgo: historyDays, height: 3, halfLifeDays: 12 };

/** Draws moments of the two years as likely as people gave then. */
export interface Timing {
  /** When somebody first gives. */
  draw(random: Random, hoursAhead: number): Date;
  /** When somebody becomes a patron: many did in the weeks after the newsroom opened. */
  drawJoining(random: Random, hoursAhead: number): Date;
  /** A moment in the last so many days, likelier at both ends of that stretch: a campaign. */
  drawCampaign(random: Random, hoursAhead: number, days: number): Date;
}

export function createTiming(now: Date): Timing {
  const giving = weightedDays(now, [opening, ...investigations]);
  const joining = weightedDays(now, [
    { ...opening, height: 34, halfLifeDays: 24 },
    ...investigations,
  ]);
  const from = (days: readonly (readonly [number, number])[], random: Random, ahead: number) =>
    momentOn(now, random.weighted(days), random, ahead);
  return {
    draw: (random, ahead) => from(giving, random, ahead),
    drawJoining: (random, ahead) => from(joining, random, ahead),
    drawCampaign: (random, ahead, days) => {
      const place = random.next();
      const eased = random.chance(0.5) ? place ** 2 : 1 - place ** 2;
      return momentOn(now, eased * days, random, ahead);
    },
  };
}

/** Each day of the history with its weight; a surge stands on a growing readership. */
function weightedDays(now: Date, surges: readonly Surge[]): (readonly [number, number])[] {
  return Array.from({ length: historyDays }, (_, daysAgo) => {
    const day = addDays(now, -daysAgo);
    const growth = 1 + 1.3 * (1 - daysAgo / historyDays);
    const surge = surges.reduce((sum, { daysAgo: since, height, halfLifeDays }) => {
      const age = since - daysAgo;
      return age < 0 ? sum : sum + height * 0.5 ** (age / halfLifeDays);
    }, 0);
    const season = seasons[day.getUTCMonth()] ?? 1;
    const weekday = weekdays[day.getUTCDay()] ?? 1;
    return [daysAgo, (growth * season + surge) * weekday] as const;
  });
}

/** A moment about so many days ago, at an hour at which people are awake where the giver lives; before now. */
function momentOn(now: Date, daysAgo: number, random: Random, hoursAhead: number): Date {
  const day = addDays(now, -daysAgo);
  const hour = random.weighted(hours.map((weight, index) => [index, weight] as const));
  const midnight = Math.floor(day.getTime() / daysMs) * daysMs;
  const moment = new Date(
    midnight + (hour - hoursAhead) * hoursMs + random.whole(0, 3_599) * 1_000,
  );
  const latest = addMs(now, -random.whole(300, 20_000) * 1_000);
  const earliest = addMs(addDays(now, -historyDays), random.whole(0, 86_400) * 1_000);
  return wholeSecond(moment > latest ? latest : moment < earliest ? earliest : moment);
}

/** Stripe counts in seconds. */
export function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1_000) * 1_000);
}
