import type { AddedFile } from '../../domain/disputes/save-evidence.server.ts';
import { readDispute } from '../../domain/ledger/read-dispute.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { readReceipt } from '../../domain/statements/read-receipt.server.ts';
import { translatorFor } from '../../messages/translate.ts';
import type { Services } from '../../services.server.ts';
import { receiptDocument } from '../../ui/statements/receipt-document.ts';

/** The receipt of the disputed payment as a file of evidence, in English for the bank; empty when there is none. */
export async function attachReceipt(services: Services, disputeId: string): Promise<AddedFile[]> {
  const dispute = await readDispute(services, disputeId);
  const receipt = dispute?.paymentId ? await readReceipt(services, dispute.paymentId) : null;
  if (!receipt) return [];
  const content = await services.pdf.write(
    receiptDocument(translatorFor('en'), {
      receipt,
      issuer: await readNewsroom(services),
      locale: 'en',
      canWrite: services.pdf.canWrite,
    }),
  );
  return [
    {
      field: 'receipt',
      filename: `receipt-${receipt.number}.pdf`,
      type: 'application/pdf',
      content,
    },
  ];
}
