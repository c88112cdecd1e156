import { dayIn } from '../../kernel/dates.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { WallName, WallPlace } from '../donations/wall-name.ts';

/** So many names are printed of a list before it goes on on another page. */
export const namesOnPage = 100;
/** A donation is thanked for on the wall for this long. */
export const wallDays = 365;
/** The list of donations, beside those that are called by their tier's slug. */
export const giftsList = 'gifts';

/** One name as everybody may read it: nothing in it tells who it is, or what is not to be told. */
export interface PrintedName {
  readonly name: string;
  readonly amount: Money | null;
  readonly interval: Interval | null;
}

/** Patrons of one tier. `next`: where the list goes on. */
export interface WallTierView {
  readonly slug: string;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly names: readonly PrintedName[];
  /** How many give without a name: said on the first page, 0 where the list goes on. */
  readonly unnamed: number;
  readonly next: string | null;
}

/** The donations of one month of the newsroom's calendar: "2026-11". */
export interface WallMonth {
  readonly month: string;
  readonly names: readonly PrintedName[];
}

export interface WallGiftsView {
  readonly months: readonly WallMonth[];
  readonly unnamed: number;
  readonly next: string | null;
}

/** Anybody's reading of the wall, the same for everybody. */
export interface WallView {
  readonly tiers: readonly WallTierView[];
  readonly gifts: WallGiftsView;
}

/** What is public of a supporter, for staff. */
export interface PublicFacts {
  readonly names: readonly string[];
  /** How many of their gifts the wall may name, and of how many it tells the amount. */
  readonly named: number;
  readonly amounts: number;
}

const placeShape = /^(\d{10,14})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null when the address holds no place in a list, or none that we made. */
export function parsePlace(value: string | null): WallPlace | null {
  const match = value ? placeShape.exec(value) : null;
  return match ? { at: new Date(Number(match[1])), id: match[2] ?? '' } : null;
}

export function formatPlace({ at, id }: WallPlace): string {
  return `${at.getTime()}-${id}`;
}

/**
 * Names as they are printed. Somebody who gave several times in the same name, and tells no amount,
 * is printed once.
 */
export function printNames(gifts: readonly WallName[]): PrintedName[] {
  const printed = new Set<string>();
  return gifts.flatMap(({ supporterId, name, amount, interval }) => {
    const who = JSON.stringify([supporterId, name]);
    if (amount === null && printed.has(who)) return [];
    printed.add(who);
    return [{ name, amount, interval }];
  });
}

/** Donations by month of the newsroom's calendar. They come newest first and stay so. */
export function printMonths(gifts: readonly WallName[], timeZone: string): WallMonth[] {
  const months = new Map<string, WallName[]>();
  for (const gift of gifts) {
    const month = dayIn(gift.at, timeZone).slice(0, 7);
    const known = months.get(month);
    if (known) known.push(gift);
    else months.set(month, [gift]);
  }
  return [...months].map(([month, of]) => ({ month, names: printNames(of) }));
}
