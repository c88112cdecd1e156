import { expect, test } from 'vitest';
import { translatorFor } from '../../messages/translate.ts';
import { cancellationReason } from './cancellation-reason.ts';
import { extrasText } from './extras-line.tsx';
import { standingOf } from './membership-summary.ts';

const day = new Date('2026-12-01T00:00:00Z');
const none = { cancelAt: null, endedAt: null };

test.each([
  [{ status: 'active', ...none }, 'active'],
  [{ status: 'active', cancelAt: day, endedAt: null }, 'ending'],
  [{ status: 'past_due', ...none }, 'past_due'],
  [{ status: 'past_due', cancelAt: day, endedAt: null }, 'past_due'],
  [{ status: 'paused', ...none }, 'paused'],
  [{ status: 'incomplete', ...none }, 'waiting'],
  [{ status: 'canceled', cancelAt: null, endedAt: day }, 'ended'],
] as const)('%j stands as %s', (membership, standing) => {
  expect(standingOf(membership)).toBe(standing);
});

test.each([
  [null, '', null],
  [null, '  ', null],
  ['coverage', '', 'coverage'],
  ['coverage', ' too much sport ', 'coverage: too much sport'],
  [null, 'too much sport', 'other: too much sport'],
] as const)('the reason %j with the note %j is kept as %j', (reason, note, kept) => {
  expect(cancellationReason(reason, note)).toBe(kept);
});

test('the extras are told with their reason and their day', () => {
  const say = (because: 'donor_pass' | 'staff' | 'membership', until: Date | null) =>
    extrasText(
      translatorFor('en'),
      { isOpen: true, because, until, rank: 0, isPatron: false },
      'en',
      'UTC',
    );
  expect(say('donor_pass', day)).toBe('Open until 1 December 2026, thanks to your donation.');
  expect(say('membership', null)).toBe('Open for as long as your membership lasts.');
  expect(say('staff', null)).toBe('Open: you work here.');
  expect(
    extrasText(
      translatorFor('en'),
      { isOpen: false, because: 'payment_failed', isPatron: true },
      'en',
      'UTC',
    ),
  ).toMatch(/did not go through/);
});
