import { receiptLink } from '../../domain/statements/receipt-link.ts';
import { paymentRefundedMail } from '../payment-refunded.ts';
import { receiptMail } from '../receipt.ts';
import { facts, linkTo, type Sample } from './sample.ts';

const receipt: Sample = (t, frame) =>
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
  });

/** Mails about money that was given. */
export const givingSamples = {
  receipt,
  'mail-text-trial': (t, frame) => {
    const written = receipt(t, frame);
    return { ...written, subject: t('mail.trial.subject', { subject: written.subject }) };
  },
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
