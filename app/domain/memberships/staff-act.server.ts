import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/** What a member of staff does to somebody's membership. */
export interface StaffAct {
  readonly membershipId: string;
  readonly actorId: string;
  /** Why, in the words of the member of staff. */
  readonly why: string;
}

/** Written once Stripe has done it: what Stripe refuses did not happen. */
export async function recordStaffAct(
  ctx: Ctx,
  {
    membershipId,
    why,
    ...entry
  }: StaffAct & {
    readonly action: string;
    readonly before?: Record<string, unknown>;
    readonly after?: Record<string, unknown>;
  },
): Promise<void> {
  await inTransaction(ctx, (tx) =>
    recordAudit(tx, {
      ...entry,
      ...{ subjectKind: 'membership', subjectId: membershipId, reason: why },
    }),
  );
}
