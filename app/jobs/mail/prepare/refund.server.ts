import { readChargePayment } from '../../../domain/ledger/read-charge-payment.server.ts';
import { paymentNumber } from '../../../domain/newsroom/payment-number.ts';
import { readRefund } from '../../../domain/refunds/refund-rows.server.ts';
import { paymentRefundedMail } from '../../../emails/payment-refunded.ts';
import { fail, ok } from '../../../kernel/result.ts';
import { translatorFor } from '../../../messages/translate.ts';
import { type Prepare, subjectRow } from './prepare.ts';
import { readName } from './read-name.server.ts';

export const preparePaymentRefunded: Prepare = async (preparation) => {
  const { services, mail, frame } = preparation;
  const refund = await readRefund(services, subjectRow(preparation));
  const payment = refund ? await readChargePayment(services, refund.paymentId) : null;
  if (!refund || !payment) return fail('subject_gone');
  return ok(
    paymentRefundedMail(translatorFor(mail.locale), {
      ...frame,
      name: await readName(services, payment.supporterId),
      returned: refund.amount,
      paid: payment.amount,
      paidAt: payment.occurredAt,
      paymentNumber: paymentNumber(payment),
    }),
  );
};
