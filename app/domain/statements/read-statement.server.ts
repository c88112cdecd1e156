import { listSupporterMovements } from '../ledger/list-movements.server.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { FiscalCalendar } from './fiscal-year.ts';
import type { PaidFor } from './paid-for.ts';
import { readPaidFor } from './read-paid-for.server.ts';
import { type DescribedStatement, statementOf, statementYears } from './statement.ts';

/** A supporter's fiscal years with something in them, newest first. */
export async function listStatementYears(
  ctx: Ctx,
  supporterId: string,
): Promise<{ years: number[]; calendar: FiscalCalendar }> {
  const [movements, calendar] = await Promise.all([
    listSupporterMovements(ctx, supporterId),
    readCalendar(ctx),
  ]);
  return { years: statementYears(movements, calendar), calendar };
}

/** A supporter's statement of a fiscal year, which may be empty, and the years that are not. */
export async function readStatement(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly year: number },
): Promise<{ statement: DescribedStatement; years: number[]; calendar: FiscalCalendar }> {
  const [movements, calendar] = await Promise.all([
    listSupporterMovements(ctx, input.supporterId),
    readCalendar(ctx),
  ]);
  const { lines, ...statement } = statementOf(movements, input.year, calendar);
  const described = new Map<string, Promise<PaidFor | null>>();
  for (const { order } of lines) {
    if (!described.has(order.sourceId)) described.set(order.sourceId, readPaidFor(ctx, order));
  }
  return {
    statement: {
      ...statement,
      lines: await Promise.all(
        lines.map(async (line) => {
          const paidFor = await described.get(line.order.sourceId);
          if (!paidFor) throw new Error(`the order of payment ${line.id} is not there`);
          return { ...line, paidFor };
        }),
      ),
    },
    years: statementYears(movements, calendar),
    calendar,
  };
}

async function readCalendar(ctx: Ctx): Promise<FiscalCalendar> {
  const { fiscalYearStartMonth, timeZone } = await readNewsroom(ctx);
  return { startMonth: fiscalYearStartMonth, timeZone };
}
