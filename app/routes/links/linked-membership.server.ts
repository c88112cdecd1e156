import { readEnding } from '../../domain/memberships/ending/read-ending.server.ts';
import { readMembershipById } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { Ctx } from '../../domain/ports/context.ts';
import type { LinkedMembershipView } from '../../ui/links/linked-membership.ts';
import { toTermsView } from '../account/ending-view.server.ts';

/** What a mail's link shows of its membership: what it is, when it ends or charges, and nobody's name. */
export async function readLinkedMembership(
  ctx: Ctx,
  membershipId: string,
): Promise<LinkedMembershipView | null> {
  const [newsroom, found, ending] = await Promise.all([
    readNewsroom(ctx),
    readMembershipById(ctx, membershipId),
    readEnding(ctx, { membershipId }),
  ]);
  if (!found || !ending) return null;
  const { tierName, amount, interval, nextCharge } = found.membership;
  return {
    ...{ tierName, amount, interval },
    ending: toTermsView(ending, newsroom.timeZone),
    nextCharge: nextCharge && { at: nextCharge.at.toISOString(), amount: nextCharge.amount },
    contactEmail: newsroom.contactEmail,
  };
}
