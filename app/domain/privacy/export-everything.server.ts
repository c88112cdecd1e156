import { sql } from 'drizzle-orm';
import { exportDrafts } from '../disputes/draft-rows.server.ts';
import { exportDonations } from '../donations/personal-data.server.ts';
import { exportPayments } from '../ledger/personal-data.server.ts';
import { listDisputeIdsOf } from '../ledger/read-dispute.server.ts';
import { exportGifts } from '../gifts/personal-data.server.ts';
import { exportGrants } from '../grants/personal-data.server.ts';
import { exportMailPreferences } from '../mail-preferences/personal-data.server.ts';
import { exportMemberships } from '../memberships/personal-data.server.ts';
import { paymentNumber } from '../newsroom/payment-number.ts';
import { readNewsroom } from '../newsroom/read-newsroom.server.ts';
import type { Ctx } from '../ports/context.ts';
import { inTransaction } from '../ports/context.ts';
import {
  exportAudit,
  exportSupporter,
  listAddresses,
  listEmailChangeIds,
} from '../supporters/personal-data.server.ts';
import { exportPasskeys } from '../supporters/personal-passkeys.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { exportNotes } from '../notes/personal-data.server.ts';
import { exportWorkNotes } from '../work/personal-data.server.ts';
import { exportFormat, exportVersion } from './export-keys.ts';
import { exportMails } from './personal-mails.server.ts';

/**
 * Everything that is held on a person, as one document: its keys are those of `exportKeys`. Read
 * at one instant, so that its parts agree. Amounts are in minor units of their currency; instants
 * are ISO 8601, UTC. Caller's duty: that the asker is the person, freshly signed in.
 */
export async function exportEverything(ctx: Ctx, supporterId: string) {
  const document = await inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`set transaction isolation level repeatable read`);
    return readEverything(tx, supporterId);
  });
  await recordAudit(ctx, {
    actorId: supporterId,
    action: 'data.exported',
    subjectKind: 'supporter',
    subjectId: supporterId,
  });
  return document;
}

async function readEverything(ctx: Ctx, supporterId: string) {
  const newsroom = await readNewsroom(ctx);
  const own = await exportSupporter(ctx, supporterId);
  const donations = await exportDonations(ctx, supporterId);
  const memberships = await exportMemberships(ctx, supporterId);
  const payments = await exportPayments(ctx, supporterId);
  const gifts = await exportGifts(ctx, supporterId);
  const grants = await exportGrants(ctx, supporterId);
  const orderIds = [...donations, ...memberships].map(({ id }) => id);
  const addresses = await listAddresses(ctx, supporterId);
  const changeIds = await listEmailChangeIds(ctx, supporterId);
  const paymentIds = payments.map(({ id }) => id);
  return {
    format: exportFormat,
    version: exportVersion,
    exportedAt: ctx.clock.now(),
    newsroom: { name: newsroom.name, legalName: newsroom.legalName, email: newsroom.contactEmail },
    ...own,
    passkeys: await exportPasskeys(ctx, supporterId),
    donations,
    memberships,
    gifts,
    grants,
    payments,
    receipts: payments
      .filter(({ kind }) => kind === 'charge')
      .map((payment) => ({
        number: paymentNumber(payment),
        paymentId: payment.id,
        issuedFor: payment.occurredAt,
      })),
    disputes: await exportDrafts(ctx, await listDisputeIdsOf(ctx, supporterId)),
    notes: await exportNotes(ctx, supporterId),
    workNotes: await exportWorkNotes(ctx, supporterId),
    mails: await exportMails(ctx, {
      addresses,
      subjectIds: [supporterId, ...orderIds, ...paymentIds, ...changeIds],
    }),
    mailPreferences: await exportMailPreferences(ctx, addresses),
    audit: await exportAudit(ctx, {
      supporterId,
      subjectIds: [...orderIds, ...paymentIds, ...[...gifts, ...grants].map(({ id }) => id)],
    }),
  };
}
