import { readPayment } from '../../../domain/ledger/list-payments.server.ts';
import type { PaymentView } from '../../../domain/ledger/payment.ts';
import { readMembershipById } from '../../../domain/memberships/read-membership.server.ts';
import { paymentNumber } from '../../../domain/newsroom/payment-number.ts';
import { receiptLink } from '../../../domain/statements/receipt-link.ts';
import { type ReceiptMailView, receiptMail } from '../../../emails/receipt.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import { type Prepare, type Preparation, subjectRow } from './prepare.ts';
import { cancelUrlOf } from './membership-link.server.ts';
import { readName } from './read-name.server.ts';

export const prepareReceipt: Prepare = async (preparation) => {
  const { services, mail, frame, newsroom } = preparation;
  // One that was asked for once more has the minute too.
  const payment = await readPayment(services, subjectRow(preparation));
  if (!payment) return fail('subject_gone');
  const paidFor = await readPaidFor(preparation, payment);
  if (!paidFor) return fail('subject_gone');
  return ok(
    receiptMail(translatorFor(mail.locale), {
      ...frame,
      name: await readName(services, payment.supporterId),
      amount: payment.amount,
      paidAt: payment.occurredAt,
      paymentId: payment.id,
      paymentNumber: paymentNumber(payment),
      pdfUrl: receiptLink(services.env.appSecret, {
        appUrl: services.env.appUrl,
        locale: mail.locale,
        paymentId: payment.id,
        now: services.clock.now(),
      }),
      ...paidFor,
      note: newsroom.receiptNote[mail.locale],
    }),
  );
};

async function readPaidFor(
  preparation: Preparation,
  payment: PaymentView,
): Promise<Pick<ReceiptMailView, 'paidFor' | 'cancelUrl'> | null> {
  const { services, mail } = preparation;
  if (payment.source !== 'membership') {
    return { paidFor: { kind: payment.source }, cancelUrl: null };
  }
  const found = await readMembershipById(services, payment.sourceId);
  if (!found) return null;
  const { tierName, interval } = found.membership;
  return {
    paidFor: { kind: 'membership', tierName: tierName[mail.locale], interval },
    cancelUrl: cancelUrlOf(preparation, found.membership),
  };
}
