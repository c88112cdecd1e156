import { listDonationNames } from '../donations/list-wall-gifts.server.ts';
import { hideDonationName, readDonationName } from '../donations/public-donations.server.ts';
import type { ListedName, WallPlace } from '../donations/wall-name.ts';
import { listMembershipNames } from '../memberships/list-wall-patrons.server.ts';
import {
  hideMembershipName,
  readMembershipName,
} from '../memberships/public-memberships.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { formatPlace } from './wall.ts';

/** The newest names that gifts brought, those taken off included. `next`: where the list goes on. */
export async function listNames(
  ctx: Ctx,
  page: { readonly after: WallPlace | null; readonly limit: number },
): Promise<{ names: ListedName[]; next: string | null }> {
  const one = { after: page.after, limit: page.limit + 1 };
  const [donations, memberships] = await Promise.all([
    listDonationNames(ctx, one),
    listMembershipNames(ctx, one),
  ]);
  const all = [...donations, ...memberships].sort(
    (a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1),
  );
  const names = all.slice(0, page.limit);
  const last = names.at(-1);
  return { names, next: last && all.length > names.length ? formatPlace(last) : null };
}

/**
 * Takes the name that a gift brought off the wall, or puts it back, on every gift of the same person
 * in that name. Answers false when there is no such name. Caller's duty: that the actor may.
 */
export async function keepName(
  ctx: Ctx,
  input: {
    readonly actorId: string;
    readonly kind: 'donation' | 'membership';
    readonly id: string;
    readonly isHidden: boolean;
  },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const read = input.kind === 'donation' ? readDonationName : readMembershipName;
    const found = await read(tx, input.id);
    if (!found) return false;
    const hiddenAt = input.isHidden ? tx.clock.now() : null;
    await hideDonationName(tx, { ...found, hiddenAt });
    await hideMembershipName(tx, { ...found, hiddenAt });
    await recordAudit(tx, {
      actorId: input.actorId,
      action: input.isHidden ? 'wall.name_taken_off' : 'wall.name_put_back',
      subjectKind: 'supporter',
      subjectId: found.supporterId,
      detail: { kind: input.kind, id: input.id },
    });
    return true;
  });
}
