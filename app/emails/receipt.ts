import { receiptLinkDays } from '../domain/statements/receipt-link.ts';
import { formatDay, formatMoney } from '../kernel/format.ts';
import type { Interval } from '../kernel/giving-amounts.ts';
import { localPath } from '../kernel/locale.ts';
import type { Money } from '../kernel/money.ts';
import type { Translate } from '../messages/translate.ts';
import { cancelLine } from './cancel-line.ts';
import { composeMail, greeting } from './compose-mail.ts';
import type { Block, Fact, MailFrame, RenderedMail } from './mail.ts';

/** What a payment was for. */
export type PaidFor =
  | { readonly kind: 'donation' }
  | { readonly kind: 'gift' }
  | { readonly kind: 'membership'; readonly tierName: string; readonly interval: Interval };

export interface ReceiptMailView extends MailFrame {
  readonly name: string | null;
  readonly amount: Money;
  readonly paidAt: Date;
  readonly paymentId: string;
  readonly paymentNumber: string;
  /** Where the receipt can be fetched as a PDF, for a while without signing in. */
  readonly pdfUrl: string;
  readonly paidFor: PaidFor;
  /** Where the membership that was paid for can be ended without signing in; null when it is none, or ends already. */
  readonly cancelUrl: string | null;
  /** The newsroom's own wording, in the mail's language; may be empty. */
  readonly note: string;
}

/** Proof of one payment, with what the law wants on it. */
export function receiptMail(t: Translate, view: ReceiptMailView): RenderedMail {
  const { newsroom, locale, paidFor } = view;
  const amount = formatMoney(view.amount, locale, { cents: 'always' });
  const rows: Fact[] = [
    { term: t('mail.receipt.amount'), value: amount },
    { term: t('mail.receipt.date'), value: formatDay(view.paidAt, locale, newsroom.timeZone) },
    { term: t('mail.receipt.for'), value: paidForText(t, paidFor) },
    { term: t('mail.receipt.number'), value: view.paymentNumber },
    { term: t('mail.receipt.recipient'), value: newsroom.legalName },
  ];
  if (newsroom.address !== '')
    rows.push({ term: t('mail.receipt.address'), value: newsroom.address });
  if (newsroom.taxId !== '') rows.push({ term: t('mail.receipt.taxId'), value: newsroom.taxId });
  const note: Block[] = view.note === '' ? [] : [{ kind: 'small', text: view.note }];
  return composeMail(t, view, {
    subject: t('mail.receipt.subject', { newsroom: newsroom.name, amount }),
    values: { amount },
    blocks: [
      greeting(t, view.name),
      { kind: 'paragraph', role: 'lead', text: t(thanks[paidFor.kind]) },
      { kind: 'heading', text: t('mail.receipt.title') },
      { kind: 'facts', rows },
      ...note,
      { kind: 'button', label: t('mail.receipt.pdf'), href: view.pdfUrl },
      { kind: 'small', text: t('mail.receipt.pdfDays', { days: receiptLinkDays }) },
      {
        kind: 'link',
        label: t('mail.receipt.button'),
        href: view.appUrl + localPath(locale, `/account/payments/${view.paymentId}`),
      },
      {
        kind: 'small',
        text: t(
          paidFor.kind === 'membership'
            ? 'mail.receipt.manageMembership'
            : 'mail.receipt.manageOnce',
        ),
      },
      ...cancelLine(t, view.cancelUrl),
    ],
  });
}

const thanks = {
  donation: 'mail.receipt.thanksOnce',
  membership: 'mail.receipt.thanksMembership',
  gift: 'mail.receipt.thanksGift',
} as const;

/** "Membership “Patron”, monthly". */
export function paidForText(t: Translate, paidFor: PaidFor): string {
  switch (paidFor.kind) {
    case 'donation':
      return t('mail.receipt.forDonation');
    case 'gift':
      return t('mail.receipt.forGift');
    case 'membership':
      return t(
        paidFor.interval === 'month'
          ? 'mail.receipt.forMembershipMonth'
          : 'mail.receipt.forMembershipYear',
        { tier: paidFor.tierName },
      );
  }
}
