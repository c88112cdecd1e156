import { expect, test } from 'vitest';
import { defaultNewsroomSettings, newsroomSettings, toNewsroom } from './newsroom.ts';
import { paymentNumber } from './payment-number.ts';

test('the defaults are settings that could be saved', () => {
  expect(newsroomSettings.parse(defaultNewsroomSettings)).toEqual(defaultNewsroomSettings);
});

test('the donor pass is in minor units, yen too', () => {
  const { minimums, days } = toNewsroom(defaultNewsroomSettings).donorPass;
  expect(days).toBe(30);
  expect(minimums.EUR).toEqual({ amountMinor: 1_000, currency: 'EUR' });
  expect(minimums.JPY).toEqual({ amountMinor: 1_500, currency: 'JPY' });
});

test('a name given once is the name in both languages', () => {
  const { name } = newsroomSettings.shape;
  expect(name.parse(' The Sluice ')).toEqual({ en: 'The Sluice', uk: 'The Sluice' });
  expect(name.parse({ en: 'The Sluice', uk: 'Шлюз' })).toEqual({ en: 'The Sluice', uk: 'Шлюз' });
  expect(name.safeParse({ en: 'The Sluice', uk: '' }).success).toBe(false);
});

test('a time zone that does not exist is refused', () => {
  expect(newsroomSettings.shape.timeZone.safeParse('Europe/Kyiv').success).toBe(true);
  expect(newsroomSettings.shape.timeZone.safeParse('Europe/Atlantis').success).toBe(false);
});

test('a payment’s number begins with its day and ends with its own digits', () => {
  const payment = {
    id: '0193a5f0-7c3e-7abc-9def-012345678abc',
    occurredAt: new Date('2026-11-22T23:59:00Z'),
  };
  expect(paymentNumber(payment)).toBe('20261122-2345678ABC');
});
