import { expect, it } from 'vitest';
import { expirySubject, isExpiryDue } from './card-expiry.ts';

const charge = new Date('2027-04-10T09:00:00Z');
const on = (day: string) => new Date(`${day}T00:00:00Z`);

it('is told in the month before the charge that would fail', () => {
  const card = { expYear: 2027, expMonth: 3 };
  expect(isExpiryDue(card, charge, on('2027-03-01'))).toBe(false);
  expect(isExpiryDue(card, charge, on('2027-03-12'))).toBe(true);
  expect(isExpiryDue(card, charge, on('2027-04-11'))).toBe(false);
});

it('is not told while the next charge comes first', () => {
  expect(isExpiryDue({ expYear: 2027, expMonth: 4 }, charge, on('2027-04-01'))).toBe(false);
});

it('goes over the end of the year', () => {
  const card = { expYear: 2026, expMonth: 12 };
  expect(isExpiryDue(card, on('2027-01-01'), on('2026-12-15'))).toBe(true);
  expect(isExpiryDue(card, on('2026-12-31'), on('2026-12-15'))).toBe(false);
});

it('names the month of the card', () => {
  expect(expirySubject('m', 2027, 3)).toBe('m@2027-03');
});
