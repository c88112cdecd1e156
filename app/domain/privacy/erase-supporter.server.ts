import type { Locale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { eraseDrafts } from '../disputes/draft-rows.server.ts';
import { eraseDonations, listDonationIds } from '../donations/personal-data.server.ts';
import { eraseGifts } from '../gifts/personal-data.server.ts';
import { eraseGrants } from '../grants/personal-data.server.ts';
import { listPaymentIds } from '../ledger/personal-data.server.ts';
import { listDisputeIdsOf } from '../ledger/read-dispute.server.ts';
import {
  eraseMemberships,
  listMembershipIds,
  listUnended,
  lockMembershipsOf,
  lockPatrons,
} from '../memberships/personal-data.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import {
  type LockedSupporter,
  eraseSupporterRows,
  forgetInAudit,
  listAddresses,
  listEmailChangeIds,
  lockSupporters,
} from '../supporters/personal-data.server.ts';
import { erasePasskeys } from '../supporters/personal-passkeys.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { againAfterDeadlock } from './again-after-deadlock.ts';
import { eraseNotes } from '../notes/personal-data.server.ts';
import { eraseWorkNotes } from '../work/personal-data.server.ts';
import { type EndingFailure, endEverythingRunning } from './end-everything-running.server.ts';
import { eraseMails, lastMail } from './personal-mails.server.ts';

/** is_staff: their role must be taken away first, so that no room of the desk is left without its key. */
export type ErasureFailure = EndingFailure | 'is_staff' | 'gone';

export interface ErasureInput {
  readonly supporterId: string;
  readonly locale: Locale;
  readonly byStaff?: { readonly actorId: string; readonly reason: string };
}

/** What begins while the rest is being ended is ended in another round; nobody joins so often. */
const roundsAllowed = 3;

/**
 * Erases a person: what is still charged ends first, at once; then everything that names them goes
 * in one transaction, and their customers at Stripe are deleted by jobs. What the law wants kept
 * (amounts, dates, countries, articles) stays with a row that is nobody's any more, so every
 * figure stays what it was. A last mail says so; its address goes once it is sent.
 * @param input.byStaff who does it for them, on their wish, and why; absent: they themselves
 * Caller's duty: that the asker is the person, freshly signed in, or an owner; and has confirmed it.
 */
export async function eraseSupporter(
  ctx: Ctx,
  input: ErasureInput,
): Promise<Result<null, ErasureFailure>> {
  for (let round = 1; round <= roundsAllowed; round += 1) {
    const ended = await endEverythingRunning(ctx, input.supporterId, input.byStaff ?? null);
    if (!ended.ok) return ended;
    const erased = await againAfterDeadlock(() => inTransaction(ctx, (tx) => erase(tx, input)));
    if (erased !== 'still_running') return erased;
  }
  return fail('payments_unavailable');
}

async function erase(
  tx: Ctx,
  { supporterId, locale, byStaff }: ErasureInput,
): Promise<Result<null, 'is_staff' | 'gone'> | 'still_running'> {
  await lockMembershipsOf(tx, [supporterId]);
  const [supporter] = await lockSupporters(tx, [supporterId]);
  await lockPatrons(tx, [supporterId]);
  if (!isThere(supporter)) return fail('gone');
  if (supporter.isStaff) return fail('is_staff');
  const unended = await listUnended(tx, supporterId);
  if (unended.some(({ subscriptionId }) => subscriptionId !== null)) return 'still_running';
  const addresses = await listAddresses(tx, supporterId);
  const subjectIds = [
    supporterId,
    ...(await listDonationIds(tx, supporterId)),
    ...(await listMembershipIds(tx, supporterId)),
    ...(await listPaymentIds(tx, supporterId)),
    ...(await listEmailChangeIds(tx, supporterId)),
  ];
  await eraseDonations(tx, supporterId);
  await eraseMemberships(tx, supporterId);
  await eraseGifts(tx, { supporterId, addresses });
  await eraseGrants(tx, supporterId);
  await erasePasskeys(tx, supporterId);
  await eraseDrafts(tx, await listDisputeIdsOf(tx, supporterId));
  await eraseWorkNotes(tx, supporterId);
  await eraseNotes(tx, supporterId);
  await eraseMails(tx, supporterId, { addresses, subjectIds });
  await forgetInAudit(tx, { supporterId, subjectIds });
  const customers = await eraseSupporterRows(tx, { supporterId, addresses });
  for (const stripeCustomerId of customers) {
    await tx.jobs.enqueue(tx.db, 'delete-customer', { stripeCustomerId });
  }
  await tx.mail.queue(tx.db, {
    template: lastMail,
    subjectId: supporterId,
    recipient: supporter.email,
    locale,
  });
  await recordAudit(tx, {
    actorId: byStaff?.actorId ?? supporterId,
    ...(byStaff ? { reason: byStaff.reason } : {}),
    action: 'supporter.erased',
    subjectKind: 'supporter',
    subjectId: supporterId,
    detail: { stripeCustomers: customers.length },
  });
  return ok(null);
}

function isThere(supporter: LockedSupporter | undefined): supporter is LockedSupporter {
  return supporter !== undefined && !supporter.erasedAt && !supporter.mergedIntoId;
}
