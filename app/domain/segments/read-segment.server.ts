import { asc, eq, sql } from 'drizzle-orm';
import { segments } from '../../db/schema/segments.ts';
import type { Ctx } from '../ports/context.ts';
import { countEach } from '../reports/list-supporters.server.ts';
import type { SupporterCount } from '../reports/listed-supporter.ts';
import type { SupporterFilter } from '../reports/supporter-filter.ts';
import { type Segment, readSegmentQuery, segmentQuery } from './segment.ts';

/** As many segments as there may be: their counts are made together. */
export const segmentsAllowed = 100;

export async function readSegment(ctx: Ctx, id: string): Promise<Segment | null> {
  const [row] = await ctx.db.select().from(segments).where(eq(segments.id, id));
  return row ? toSegment(row) : null;
}

/** The segment that holds just the people of a filter, if one is kept. */
export async function findSegment(ctx: Ctx, filter: SupporterFilter): Promise<Segment | null> {
  const query = segmentQuery(filter);
  if (query === '') return null;
  const [row] = await ctx.db.select().from(segments).where(eq(segments.query, query)).limit(1);
  return row ? toSegment(row) : null;
}

/** Every segment by name, with how many people it holds now. Two queries. */
export async function listSegments(
  ctx: Ctx,
  { timeZone }: { readonly timeZone: string },
): Promise<(Segment & { readonly count: SupporterCount })[]> {
  const rows = await ctx.db
    .select()
    .from(segments)
    .orderBy(asc(sql`lower(${segments.name})`))
    .limit(segmentsAllowed);
  const kept = rows.map(toSegment);
  const counts = await countEach(
    ctx,
    kept.map(({ filter }) => ({ filter, timeZone })),
  );
  return kept.map((segment, index) => ({
    ...segment,
    count: counts[index] ?? { count: 0, isMore: false },
  }));
}

function toSegment({ id, name, query, createdAt }: typeof segments.$inferSelect): Segment {
  return { id, name, filter: readSegmentQuery(query), createdAt };
}
