import { listDisputeRows } from '../ledger/read-dispute.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readSupporters } from '../supporters/read-supporters.server.ts';
import type { ListedDisputeCase } from './dispute-view.ts';
import { type DisputeState, statusesOf } from './dispute-state.ts';

/** A page of disputes, the newest first. Two queries. */
export async function listDisputes(
  ctx: Ctx,
  input: {
    readonly state: DisputeState | null;
    /** The id of the last dispute of the page before. */
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<{ disputes: ListedDisputeCase[]; next: string | null }> {
  const rows = await listDisputeRows(ctx, {
    statuses: input.state ? statusesOf[input.state] : null,
    after: input.after,
    limit: input.limit + 1,
  });
  const shown = rows.slice(0, input.limit);
  const ids = shown.flatMap(({ supporterId }) => (supporterId ? [supporterId] : []));
  const people = await readSupporters(ctx, ids);
  return {
    disputes: shown.map((row) => ({
      ...row,
      person: (row.supporterId ? people.get(row.supporterId) : undefined) ?? null,
    })),
    next: rows.length > input.limit ? (shown.at(-1)?.disputeId ?? null) : null,
  };
}
