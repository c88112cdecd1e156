import { sql } from 'drizzle-orm';
import { askTestViews } from '../../../db/schema/ask-tests.ts';
import {
  type Arm,
  type AskTest,
  armsOf,
  creditOf,
  parseVariant,
  variantCode,
} from '../../asks/ab-test/ab-test.ts';
import type { Ctx } from '../../ports/context.ts';
import { type ArmCounts, type AskTestResult, judgeTest } from './ask-test-result.ts';

/**
 * What a test brought: browsers as they were counted, and everything that people whose gift remembers
 * a variant have paid through it until now, renewals too. Costs as much as the test brought gifts.
 */
export async function readAskTestResult(ctx: Ctx, test: AskTest): Promise<AskTestResult> {
  const [readers, givers] = await Promise.all([readReaders(ctx, test), readGivers(ctx, test)]);
  const counts = armsOf(test).map((arm): ArmCounts => {
    const of = givers.filter((row) => parseVariant(row.code)?.arm === arm);
    return {
      ...{ arm, readers: readers.get(arm) ?? 0 },
      givers: of.reduce((sum, row) => sum + row.newGivers, 0),
      income: of
        .filter((row) => row.currency !== null)
        .map(({ currency, sum, squares }) => ({
          ...{ currency: currency ?? '', sum, sumOfSquares: squares },
        })),
    };
  });
  return judgeTest(test, counts);
}

async function readReaders(ctx: Ctx, { id }: AskTest): Promise<ReadonlyMap<Arm, number>> {
  const { rows } = await ctx.db.execute<{ arm: Arm; browsers: number }>(sql`
    select arm, sum(browsers)::int as browsers from ${askTestViews} where test_id = ${id} group by arm`);
  return new Map(rows.map((row) => [row.arm, row.browsers]));
}

interface GiverRow extends Record<string, unknown> {
  readonly code: string;
  readonly currency: string | null;
  /** Of the givers of the code, those who stand in no row before: each is counted once. */
  readonly newGivers: number;
  readonly sum: number;
  readonly squares: number;
}

async function readGivers(ctx: Ctx, test: AskTest): Promise<readonly GiverRow[]> {
  const wanted = sql.join(
    armsOf(test).map((arm) => {
      const { askId, askVariant } = creditOf(test.askId, variantCode(test.number, arm));
      return askId === null
        ? sql`(ask_variant = ${askVariant} and ask_id is null)`
        : sql`(ask_variant = ${askVariant} and ask_id = ${askId})`;
    }),
    sql` or `,
  );
  const from = (source: string, table: string) =>
    sql`select ${source}::text as source, id, split_part(ask_variant, ':', 1) as code
        from ${sql.identifier(table)} where ${wanted}`;
  const { rows } = await ctx.db.execute<GiverRow>(sql`
    with orders as (
      ${from('donation', 'donations')} union all
      ${from('membership', 'memberships')} union all
      ${from('gift', 'gifts')}
    ), people as (
      select o.code, p.settlement_currency as currency,
        coalesce(p.supporter_id, p.source_id) as giver, sum(p.settlement_gross_minor) as given
      from orders o join payments p on p.source = o.source and p.source_id = o.id
      group by 1, 2, 3
    ), numbered as (
      select *, row_number() over (partition by code, giver order by currency) = 1 as is_new
      from people
    )
    select code, currency, count(*) filter (where is_new)::int as "newGivers",
      coalesce(sum(given), 0)::float8 as sum, coalesce(sum(given * given), 0)::float8 as squares
    from numbered group by code, currency order by code, currency`);
  return rows;
}
