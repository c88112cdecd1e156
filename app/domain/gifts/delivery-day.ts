import { addDays, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { deliverAheadDays } from './gift.ts';

/**
 * When a gift goes out that is to go out on a day of the newsroom's calendar. Null: at once, for
 * an empty field and for today.
 * @param day "2027-03-24"
 */
export function deliveryInstant(
  day: string,
  timeZone: string,
  now: Date,
): Result<Date | null, 'day' | 'past' | 'far'> {
  if (day === '') return ok(null);
  const known = parseDay(day);
  if (!known) return fail('day');
  const today = dayIn(now, timeZone);
  if (known < today) return fail('past');
  if (known > dayIn(addDays(now, deliverAheadDays), timeZone)) return fail('far');
  return ok(known === today ? null : startOfDay(known, timeZone));
}
