import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporterReport } from '../reports/read-supporter-report.server.ts';
import {
  type Day,
  type ReportRange,
  parseRange,
  shiftDay,
  todayIn,
} from '../reports/report-range.ts';
import { listWork } from '../work/list-work.server.ts';
import type { WeeklyDigest } from './digest.ts';

const articlesTold = 3;
const disputesTold = 5;

/** A whole week that is over, compared with the one before. */
async function weekFrom(ctx: Ctx, monday: Day): Promise<ReportRange> {
  const { timeZone } = await readNewsroom(ctx);
  const query = new URLSearchParams({ from: monday, to: shiftDay(monday, 6) });
  const range = parseRange(query, todayIn(ctx.clock.now(), timeZone, null));
  // A week at the start of a month would be compared with that month's days.
  return { ...range, before: { from: shiftDay(monday, -7), to: shiftDay(monday, -1) } };
}

/** What the digest tells of a week: the overview's own report, and what waits now. */
export async function readWeeklyDigest(ctx: Ctx, monday: Day): Promise<WeeklyDigest> {
  const range = await weekFrom(ctx, monday);
  const [report, work] = await Promise.all([
    readSupporterReport(ctx, range),
    listWork(ctx, {
      filter: { kind: 'dispute', owner: null, state: null },
      ...{ timeZone: range.timeZone, after: null, limit: disputesTold },
    }),
  ]);
  const { settled, recurring, patrons, begun, ended, articles } = report;
  return {
    ...{ range, settled, recurring, patrons, begun, ended },
    articles: articles.slice(0, articlesTold),
    failedPayments: work.counts.payment_failed,
    disputes: work.items.map(({ subjectId, amount, dueAt }) => ({ id: subjectId, amount, dueAt })),
    disputeCount: work.counts.dispute,
  };
}
