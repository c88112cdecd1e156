import { describe, expect, it } from 'vitest';
import { addMs, hoursMs } from '../../../kernel/dates.ts';
import { confirmationStep } from './confirmation.ts';

const now = new Date('2026-11-22T12:00:00Z');
const hours = (count: number) => addMs(now, count * hoursMs);
const rule = { since: hours(-1), graceUntil: hours(24) };
const lapsed = { since: hours(-48), graceUntil: now };

describe('what a member of staff has to do first', () => {
  it('is nothing without the rule, whatever they have', () => {
    expect(confirmationStep({ rule: null, hasPasskey: true, confirmedAt: null }, now)).toBe('none');
  });

  it('is a passkey at once when they have one, and again after twelve hours', () => {
    const asked = (confirmedAt: Date | null) =>
      confirmationStep({ rule, hasPasskey: true, confirmedAt }, now);
    expect(asked(null)).toBe('confirm');
    expect(asked(addMs(hours(-12), 1))).toBe('none');
    expect(asked(hours(-12))).toBe('confirm');
  });

  it('is adding one when they have none and the time for it is over', () => {
    const asked = (given: typeof rule) =>
      confirmationStep({ rule: given, hasPasskey: false, confirmedAt: null }, now);
    expect(asked(rule)).toBe('grace');
    expect(asked(lapsed)).toBe('add');
  });

  it('is not waived by having confirmed with a passkey that was taken away since', () => {
    const asked = confirmationStep({ rule: lapsed, hasPasskey: false, confirmedAt: now }, now);
    expect(asked).toBe('add');
  });
});
