import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { chargedIncome, settledIncome, waitingIncome } from './income.ts';
import { type Givers, countGivers } from './overview/count-givers.server.ts';
import { readFirstDay } from './overview/read-first-day.server.ts';
import { type GiftSize, readGiftSizes } from './overview/read-gift-sizes.server.ts';
import { readTopArticles } from './read-article-support.server.ts';
import { readHistory } from './read-history.server.ts';
import { readIncome } from './read-income.server.ts';
import { readNewestSupporters } from './read-newest-supporters.server.ts';
import { readRecurring } from './read-recurring.server.ts';
import { readFailures } from './recurring/read-failures.server.ts';
import { type ReportRange, parseRange, spanOf, todayIn } from './report-range.ts';
import type { Count } from './count.ts';
import type { ComparedSize, SupporterReport } from './supporter-report.ts';

const articlesShown = 10;
const supportersShown = 7;
const nobody: Givers = { people: 0, newcomers: 0 };

/** The days that an address asks for, in the newsroom's time zone. */
export async function readRange(ctx: Ctx, query: URLSearchParams): Promise<ReportRange> {
  const [{ timeZone }, firstDay] = await Promise.all([readNewsroom(ctx), readFirstDay(ctx)]);
  return parseRange(query, todayIn(ctx.clock.now(), timeZone, firstDay));
}

/**
 * The supporter report of some days of the newsroom. Every sum of settled money is Stripe's own;
 * nothing is converted. A fixed number of queries over rollups, whatever the data.
 */
export async function readSupporterReport(ctx: Ctx, range: ReportRange): Promise<SupporterReport> {
  const { before } = range;
  const givers = (group: 'once' | 'any') =>
    Promise.all([
      countGivers(ctx, { span: range, group }),
      before ? countGivers(ctx, { span: before, group }) : nobody,
    ]);
  const [income, once, any, sizes, sizesBefore, recurring, failures, history, articles, newest] =
    await Promise.all([
      readIncome(ctx, range),
      givers('once'),
      givers('any'),
      readGiftSizes(ctx, range),
      before ? readGiftSizes(ctx, before) : [],
      readRecurring(ctx, instantsOf(range)),
      readFailures(ctx, range, before),
      readHistory(ctx, range),
      readTopArticles(ctx, { days: range, count: articlesShown }),
      readNewestSupporters(ctx, supportersShown),
    ]);
  return {
    timeZone: range.timeZone,
    range,
    settled: settledIncome(income),
    charged: chargedIncome(income),
    waiting: waitingIncome(income),
    donors: counted(once, 'people'),
    newDonors: counted(once, 'newcomers'),
    givers: counted(any, 'people'),
    sizes: compared(sizes, sizesBefore),
    patrons: recurring.patrons,
    begun: recurring.begun,
    ended: recurring.ended,
    recurring: recurring.revenue,
    failures,
    history,
    articles,
    newest,
  };
}

/** The same stretches as instants; compared with nothing, as an empty one at the start. */
function instantsOf(range: ReportRange) {
  const span = spanOf(range, range.timeZone);
  const { before } = range;
  return {
    ...span,
    before: before ? spanOf(before, range.timeZone) : { from: span.from, until: span.from },
  };
}

function counted([now, before]: readonly [Givers, Givers], key: keyof Givers): Count {
  return { now: now[key], before: before[key] };
}

function compared(now: readonly GiftSize[], before: readonly GiftSize[]): ComparedSize[] {
  return now.map((size) => ({
    now: size,
    before:
      before.find((other) => other.source === size.source && other.currency === size.currency) ??
      null,
  }));
}
