import { type Money, money } from '../../../kernel/money.ts';
import { type Arm, type AskTest, armsOf } from '../../asks/ab-test/ab-test.ts';
import { type Estimate, type Given, meanDifference, share, shareDifference } from './intervals.ts';

/** Below this the intervals' own assumptions do not hold, and any answer would be chance. */
export const leastReaders = 200;
export const leastGivers = 20;

/** What was counted of one arm. */
export interface ArmCounts {
  readonly arm: Arm;
  /** Browsers that saw it, each once. */
  readonly readers: number;
  /** People with a payment that it is credited with. */
  readonly givers: number;
  /** By settlement currency, in minor units: refunds and disputes taken off. */
  readonly income: readonly {
    readonly currency: string;
    readonly sum: number;
    /** Of what each giver gave in all. */
    readonly sumOfSquares: number;
  }[];
}

export interface ArmResult {
  readonly arm: Arm;
  readonly readers: number;
  readonly givers: number;
  readonly conversion: Estimate;
  readonly income: readonly { readonly sum: Money; readonly perThousand: Money | null }[];
}

/** too_early: too few were asked or gave. cannot_tell: the difference may be chance. */
export type Verdict = 'too_early' | 'cannot_tell' | 'earns_more' | 'earns_less';

/** Variant B held against A, or A against no ask at all: what stands first is said to earn more or less. */
export interface Comparison {
  readonly against: 'b_to_a' | 'a_to_none';
  readonly conversion: Estimate;
  /** Per 1,000 readers, in the currency in which most was settled. */
  readonly income: { readonly value: Money; readonly low: Money; readonly high: Money } | null;
  readonly verdict: Verdict;
}

export interface AskTestResult {
  readonly arms: readonly ArmResult[];
  readonly comparisons: readonly Comparison[];
}

/** What a test says, from what was counted. */
export function judgeTest(test: AskTest, counts: readonly ArmCounts[]): AskTestResult {
  const counted = armsOf(test).map(
    (arm) => counts.find((one) => one.arm === arm) ?? { arm, readers: 0, givers: 0, income: [] },
  );
  const [a, ...others] = counted;
  if (!a) return { arms: [], comparisons: [] };
  const currency = mainCurrency(counted);
  return {
    arms: counted.map((one) => ({
      ...{ arm: one.arm, readers: one.readers, givers: one.givers },
      conversion: conversionOf(one),
      income: one.income.map(({ currency: settled, sum }) => ({
        sum: money(sum, settled),
        perThousand:
          one.readers > 0 ? money(Math.round((sum / one.readers) * 1_000), settled) : null,
      })),
    })),
    comparisons: others.map((other) =>
      other.arm === 'none'
        ? { against: 'a_to_none', ...compare(a, other, currency) }
        : { against: 'b_to_a', ...compare(other, a, currency) },
    ),
  };
}

function compare(
  one: ArmCounts,
  other: ArmCounts,
  currency: string | null,
): Omit<Comparison, 'against'> {
  const difference = currency
    ? meanDifference(givenIn(one, currency), givenIn(other, currency))
    : null;
  const perThousand = (mean: number) => money(Math.round(mean * 1_000), currency ?? '');
  const isEarly =
    Math.min(one.readers, other.readers) < leastReaders || one.givers + other.givers < leastGivers;
  return {
    conversion: shareDifference(conversionOf(one), conversionOf(other)),
    income: difference && {
      value: perThousand(difference.value),
      low: perThousand(difference.low),
      high: perThousand(difference.high),
    },
    verdict:
      isEarly || !difference
        ? 'too_early'
        : difference.low > 0
          ? 'earns_more'
          : difference.high < 0
            ? 'earns_less'
            : 'cannot_tell',
  };
}

/** A browser that blocks the count may still give: never more givers than readers. */
function conversionOf({ readers, givers }: ArmCounts): Estimate {
  return share(givers, Math.max(readers, givers));
}

function givenIn({ readers, income }: ArmCounts, currency: string): Given {
  const of = income.find((one) => one.currency === currency);
  return { readers, sum: of?.sum ?? 0, sumOfSquares: of?.sumOfSquares ?? 0 };
}

function mainCurrency(counts: readonly ArmCounts[]): string | null {
  const sums = new Map<string, number>();
  for (const { currency, sum } of counts.flatMap((one) => one.income)) {
    sums.set(currency, (sums.get(currency) ?? 0) + sum);
  }
  return [...sums].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}
