import { sql } from 'drizzle-orm';
import type { Ctx } from '../ports/context.ts';

/** So many people are counted at once: no statement runs long or holds many rows. */
const batchSize = 5_000;

/**
 * Counts every supporter's facts anew and answers how many of them are not as they are kept: none,
 * while the triggers of `drizzle/0015_supporter_facts.sql` hold.
 */
export async function checkSupporterFacts(ctx: Ctx): Promise<number> {
  let differing = 0;
  await eachBatch(ctx, async (ids) => {
    const { rows } = await ctx.db.execute<{ count: string }>(sql`
      with ids as (select ${ids}::uuid[] as ids), differing as (
        (select 'facts' as what, to_jsonb(r) as row from ids, recount_supporter_facts(ids.ids) r
          except all select 'facts', to_jsonb(f) from supporter_facts f, ids where f.supporter_id = any(ids.ids))
        union all
        (select 'facts', to_jsonb(f) from supporter_facts f, ids where f.supporter_id = any(ids.ids)
          except all select 'facts', to_jsonb(r) from ids, recount_supporter_facts(ids.ids) r)
        union all
        (select 'given', to_jsonb(r) from ids, recount_supporter_given(ids.ids) r
          except all select 'given', to_jsonb(g) from supporter_given g, ids where g.supporter_id = any(ids.ids))
        union all
        (select 'given', to_jsonb(g) from supporter_given g, ids where g.supporter_id = any(ids.ids)
          except all select 'given', to_jsonb(r) from ids, recount_supporter_given(ids.ids) r))
      select count(*) as count from differing`);
    differing += Number(rows[0]?.count ?? 0);
  });
  return differing;
}

/** Writes everybody's facts anew, after rows were loaded past the triggers. Safe at any time, and to repeat. */
export async function rebuildSupporterFacts(ctx: Ctx): Promise<void> {
  await eachBatch(ctx, async (ids) => {
    await ctx.db.execute(sql`select refresh_supporter_facts(${ids}::uuid[])`);
  });
}

async function eachBatch(ctx: Ctx, run: (ids: string) => Promise<void>): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await ctx.db.execute<{ id: string }>(
      sql`select id from supporters where id > ${last}::uuid order by id limit ${batchSize}`,
    );
    const end = rows.at(-1);
    if (!end) return;
    await run(`{${rows.map(({ id }) => id).join(',')}}`);
    last = end.id;
  }
}
