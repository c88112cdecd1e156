import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { membershipChanges, memberships } from '../../../../db/schema/memberships.ts';
import { newId } from '../../../../platform/ids.ts';
import { type Ctx, inTransaction } from '../../../ports/context.ts';

export const randomCurrencies = ['EUR', 'UAH', 'JPY'] as const;

const step = fc.record({
  days: fc.integer({ min: 0, max: 70 }),
  act: fc.constantFrom('amount', 'amount', 'pause', 'fail', 'recover', 'end'),
  monthlyMinor: fc.integer({ min: 1, max: 9 }),
  endedBecause: fc.constantFrom('cancellation_requested', 'payment_failed', null),
  cancelReason: fc.constantFrom('too_expensive', 'other: the card', null),
} as const);

const life = fc.record({
  person: fc.integer({ min: 0, max: 30 }),
  currency: fc.constantFrom(...randomCurrencies),
  interval: fc.constantFrom('month', 'year'),
  tier: fc.boolean(),
  isTrial: fc.constantFrom(false, false, true),
  startsAfterDays: fc.integer({ min: 0, max: 500 }),
  monthlyMinor: fc.integer({ min: 1, max: 9 }),
  steps: fc.array(step, { maxLength: 7 }),
} as const);

const dayMs = 86_400_000;

/**
 * Writes random lives of memberships, change by change, as they would be written: with trials,
 * pauses, failures and people who return. The same seed writes the same. All of it lies between
 * 1 June 2025 and `until`. Caller's duty: people and both tiers exist.
 */
export async function writeRandomMemberships(
  ctx: Ctx,
  input: {
    seed: number;
    count: number;
    people: readonly string[];
    tiers: readonly [string, string];
    until: Date;
  },
): Promise<string[]> {
  const lives = fc.sample(life, { numRuns: input.count, seed: input.seed });
  const ids: string[] = [];
  for (const one of lives) {
    const id = newId();
    ids.push(id);
    const hundred = (units: number) => units * 100;
    let at = new Date(Date.UTC(2025, 5, 1, 21, 30) + one.startsAfterDays * dayMs);
    let monthly = one.isTrial ? 0 : hundred(one.monthlyMinor);
    await inTransaction(ctx, async (tx) => {
      await tx.db.insert(memberships).values({
        id,
        status: 'active',
        supporterId: input.people[one.person] ?? null,
        tierId: one.tier ? input.tiers[0] : input.tiers[1],
        interval: one.interval,
        amountMinor: hundred(one.monthlyMinor),
        currency: one.currency,
        locale: 'en',
        startedAt: at,
        createdAt: at,
      });
      const change = (kind: (typeof membershipChanges.$inferInsert)['kind'], to: number) => {
        const was = monthly;
        monthly = to;
        return tx.db
          .insert(membershipChanges)
          .values({
            ...{ id: newId(), membershipId: id, at, kind, currency: one.currency },
            ...{ fromMonthlyMinor: kind === 'started' ? 0 : was, toMonthlyMinor: to },
          })
          .onConflictDoNothing();
      };
      await change('started', monthly);
      for (const { days, act, monthlyMinor, ...ending } of one.steps) {
        // Never two changes of one membership in the same instant.
        at = new Date(at.getTime() + days * dayMs + 3_700_000);
        if (at >= input.until) break;
        if (act === 'fail') await change('payment_failed', monthly);
        else if (act === 'recover') await change('recovered', monthly);
        else if (act === 'end') {
          await tx.db
            .update(memberships)
            .set({ status: 'canceled', endedAt: at, ...ending })
            .where(eq(memberships.id, id));
          await change('ended', 0);
          break;
        } else {
          const next = act === 'pause' ? 0 : hundred(monthlyMinor);
          if (next !== monthly) await change('amount_changed', next);
        }
      }
    });
  }
  return ids;
}
