import { receiptLink } from '../../../app/domain/statements/receipt-link.ts';
import { paymentRefundedMail } from '../../../app/emails/payment-refunded.ts';
import { receiptMail } from '../../../app/emails/receipt.ts';
import { facts, linkTo, type Sample } from '../sample.ts';

/** Mails about money that was given. */
export const givingSamples = {
  receipt: (t, frame) =>
    receiptMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      amount: facts.amount,
      paidAt: facts.at,
      paymentId: facts.id,
      paymentNumber: '20261122-345678ABC',
      pdfUrl: receiptLink('sample', {
        appUrl: frame.appUrl,
        locale: frame.locale,
        paymentId: facts.id,
        now: facts.at,
      }),
      paidFor: { kind: 'membership', tierName: facts.tierName[frame.locale], interval: 'month' },
      cancelUrl: linkTo('cancellation', frame),
      note:
        frame.locale === 'uk'
          ? 'За цей платіж не надано товарів чи послуг, що мають вартість.'
          : 'No goods or services of value were given in return for this payment.',
    }),
  'payment-refunded': (t, frame) =>
    paymentRefundedMail(t, {
      ...frame,
      name: facts.name[frame.locale],
      returned: facts.amount,
      paid: facts.amount,
      paidAt: facts.at,
      paymentNumber: '20261122-345678ABC',
    }),
} satisfies Record<string, Sample>;
