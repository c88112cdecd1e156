import { expect, test } from 'vitest';
import { formatDay } from '../kernel/format.ts';
import { translatorFor } from './translate.ts';

test('a sentence that ends with a date has one stop, in either language', () => {
  const at = new Date('2026-11-22T12:00:00Z');
  const say = (locale: 'en' | 'uk') =>
    translatorFor(locale)('account.membership.continued', {
      date: formatDay(at, locale, 'Europe/Kyiv'),
    });
  expect(say('en')).toMatch(/22 November 2026\.$/);
  expect(say('uk')).toMatch(/22 листопада 2026 р\.$/);
});
