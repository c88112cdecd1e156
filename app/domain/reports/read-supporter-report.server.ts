import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { chargedIncome, settledIncome, waitingIncome } from './income.ts';
import { readTopArticles } from './read-article-support.server.ts';
import { readHistory } from './read-history.server.ts';
import { countDonors, readIncome } from './read-income.server.ts';
import { readNewestSupporters } from './read-newest-supporters.server.ts';
import { readRecurring } from './read-recurring.server.ts';
import { type MonthKey, reportPeriod } from './report-month.ts';
import type { SupporterReport } from './supporter-report.ts';

const monthsShown = 24;
const articlesShown = 10;
const supportersShown = 7;

/**
 * The supporter report of a month in the newsroom's time zone (null: the current one). Every sum
 * of settled money is Stripe's own; nothing is converted. A fixed number of queries, whatever the
 * data.
 */
export async function readSupporterReport(
  ctx: Ctx,
  input: { month: MonthKey | null },
): Promise<SupporterReport> {
  const { timeZone } = await readNewsroom(ctx);
  const period = reportPeriod(input.month, ctx.clock.now(), timeZone);
  const [income, donors, recurring, history, articles, newest] = await Promise.all([
    readIncome(ctx, period),
    countDonors(ctx, period),
    readRecurring(ctx, period),
    readHistory(ctx, { last: period.month, until: period.until, count: monthsShown, timeZone }),
    readTopArticles(ctx, { span: period, count: articlesShown }),
    readNewestSupporters(ctx, supportersShown),
  ]);
  return {
    timeZone,
    period,
    settled: settledIncome(income),
    charged: chargedIncome(income),
    waiting: waitingIncome(income),
    donors,
    patrons: recurring.patrons,
    begun: recurring.begun,
    ended: recurring.ended,
    recurring: recurring.revenue,
    history,
    articles,
    newest,
  };
}
