import { addDays } from '../../../kernel/dates.ts';

/** How many days before the charge that would fail its patron hears of the card's end. */
export const expiryNoticeDays = 30;

/** A card is good until the end of its month. Cards don't say in which zone: by UTC. */
export function expiryEnd(year: number, month: number): Date {
  return new Date(Date.UTC(year, month, 1));
}

/** Does the card end before the charge, and is the charge near? */
export function isExpiryDue(
  card: { readonly expYear: number; readonly expMonth: number },
  chargeAt: Date,
  now: Date,
): boolean {
  return (
    expiryEnd(card.expYear, card.expMonth) <= chargeAt &&
    now < chargeAt &&
    addDays(now, expiryNoticeDays) >= chargeAt
  );
}

/** Said once for each expiry: "<membership>@2027-03". */
export function expirySubject(membershipId: string, expYear: number, expMonth: number): string {
  return `${membershipId}@${expYear}-${String(expMonth).padStart(2, '0')}`;
}
