import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import { type DisputeRow, readDispute } from '../ledger/read-dispute.server.ts';
import type { Ctx } from '../ports/context.ts';
import { readReceipt } from '../statements/read-receipt.server.ts';
import { dayIn } from '../../kernel/dates.ts';
import type { PaidFor } from '../statements/paid-for.ts';
import { listSessions } from '../supporters/list-sessions.server.ts';
import { readProfile } from '../supporters/save-profile.server.ts';
import { isErasedAddress } from '../supporters/erased-address.ts';
import type { DisputeCaseView } from './dispute-view.ts';
import { listDraftFiles, readDraft } from './draft-rows.server.ts';
import { type EvidenceText, isAnswerable } from './evidence.ts';

/** A dispute with all that its page shows. Null when there is none. One question to Stripe. */
export async function readDisputeCase(
  ctx: Ctx,
  disputeId: string,
): Promise<DisputeCaseView | null> {
  const dispute = await readDispute(ctx, disputeId);
  if (!dispute) return null;
  const [asked, profile, receipt, draft, files] = await Promise.all([
    ctx.payments.readDispute(disputeId),
    dispute.supporterId ? readProfile(ctx, dispute.supporterId) : null,
    dispute.paymentId ? readReceipt(ctx, dispute.paymentId) : null,
    readDraft(ctx, disputeId),
    listDraftFiles(ctx, disputeId),
  ]);
  const atStripe = asked.ok ? asked.value : null;
  const person =
    profile && dispute.supporterId && !isErasedAddress(profile.email)
      ? { id: dispute.supporterId, name: profile.name, email: profile.email }
      : null;
  const status = atStripe?.status ?? dispute.status;
  const isOpen = isAnswerable(status) && !draft?.submittedAt;
  const known =
    isOpen && !draft ? await prefill(ctx, dispute, person, receipt?.paidFor ?? null) : {};
  return {
    dispute: { ...dispute, status, reason: atStripe?.reason ?? dispute.reason },
    ...{ atStripe, person, draft, files },
    paidFor: receipt?.paidFor ?? null,
    texts: draft?.texts ?? { ...known, ...atStripe?.texts },
    isAnswerable: isOpen,
  };
}

/** What our own rows say. In English: it is read by the bank's people, as Stripe's own forms are. */
async function prefill(
  ctx: Ctx,
  { paidAt, supporterId }: DisputeRow,
  person: DisputeCaseView['person'],
  paidFor: PaidFor | null,
): Promise<Partial<Record<EvidenceText, string>>> {
  const { name, timeZone } = await readNewsroom(ctx);
  const sessions = supporterId
    ? await listSessions(ctx, { supporterId, currentSessionId: '' })
    : [];
  return {
    ...(person ? { customer_email_address: person.email } : {}),
    ...(person?.name ? { customer_name: person.name } : {}),
    product_description: describe(paidFor, name.en),
    ...(paidAt ? { service_date: dayIn(paidAt, timeZone) } : {}),
    ...(sessions.length > 0
      ? {
          access_activity_log: sessions
            .map(
              ({ createdAt, lastSeenAt }) =>
                `Signed in ${createdAt.toISOString()}, last seen ${lastSeenAt.toISOString()}`,
            )
            .join('\n'),
        }
      : {}),
  };
}

function describe(paidFor: PaidFor | null, newsroom: string): string {
  switch (paidFor?.kind) {
    case 'membership':
      return `Membership “${paidFor.tierName.en}” of the news organisation ${newsroom}, charged every ${paidFor.interval}. It opens supporters' content on its website.`;
    case 'gift':
      return `A prepaid membership of the news organisation ${newsroom}, bought as a gift for somebody else.`;
    default:
      return `A voluntary donation to the news organisation ${newsroom}, made on its website.`;
  }
}
