import { asc, desc, eq } from 'drizzle-orm';
import { asks } from '../../db/schema/asks.ts';
import type { Ctx } from '../ports/context.ts';
import { type AskPage, type AskReader, type ListedAsk, type TriedAsk, judgeAsk } from './ask.ts';

const columns = {
  id: asks.id,
  name: asks.name,
  isActive: asks.isActive,
  heading: asks.heading,
  body: asks.body,
  frequency: asks.frequency,
  rules: asks.rules,
};

/** Every ask: those in use in their order, then those that are not. */
export async function listAsks(ctx: Ctx): Promise<ListedAsk[]> {
  return ctx.db
    .select(columns)
    .from(asks)
    .orderBy(desc(asks.isActive), asc(asks.position), asc(asks.id));
}

export async function readAsk(ctx: Ctx, id: string): Promise<ListedAsk | null> {
  const [row] = await ctx.db.select(columns).from(asks).where(eq(asks.id, id));
  return row ?? null;
}

/** Which ask would stand on a page for a reader, with everything that speaks against each other one. */
export async function tryAsks(
  ctx: Ctx,
  input: { readonly page: AskPage; readonly reader: AskReader },
): Promise<TriedAsk[]> {
  const now = ctx.clock.now();
  let isTaken = false;
  return (await listAsks(ctx)).map((ask) => {
    const verdict = judgeAsk(ask, input.page, input.reader, now);
    const { id, name } = ask;
    if (!verdict.passes) return { id, name, outcome: 'no', because: verdict.because };
    const outcome = isTaken ? 'later' : 'stands';
    isTaken = true;
    return { id, name, outcome, because: [] };
  });
}
