import type { Pdf, PdfDocument } from '../../domain/ports/pdf.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { onLetterhead } from '../statements/letterhead.ts';
import type { ReceiptIssuer } from '../statements/receipt-facts.ts';

export interface GiftCardContent {
  readonly fromName: string;
  readonly toName: string;
  readonly message: string | null;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly months: number;
  readonly paidAt: Date | null;
  readonly claimableUntil: Date | null;
}

/** A gift's card on the newsroom's letterhead: from whom, for whom, a few words, and the code. */
export function giftCardDocument(
  t: Translate,
  input: {
    readonly gift: GiftCardContent;
    readonly issuer: ReceiptIssuer;
    readonly locale: Locale;
    /** As it is printed: "ABCD-EFGH-JKMN". */
    readonly code: string;
    /** Where the code is typed. */
    readonly address: string;
    readonly canWrite: Pdf['canWrite'];
  },
): PdfDocument {
  const { gift, issuer, locale, canWrite } = input;
  // A letter that the font has not would be missing: better no name than a wrong one.
  const written = (text: string, fallback: string) =>
    text !== '' && canWrite(text) ? text : fallback;
  const to = written(gift.toName, t('gifts.recipient'));
  const until = gift.claimableUntil ?? new Date(0);
  return {
    ...onLetterhead(t, issuer, locale),
    title: t('gifts.pdf.title', { to }),
    asOf: gift.paidAt ?? until,
    blocks: [
      { kind: 'heading', text: t('gifts.pdf.title', { to }), note: '' },
      {
        kind: 'paragraph',
        text: t('gifts.pdf.lead', {
          from: written(gift.fromName, t('gifts.somebody')),
          tier: gift.tierName[locale],
          newsroom: issuer.name[locale],
          months: gift.months,
        }),
      },
      ...(gift.message && canWrite(gift.message.replaceAll('\n', ' '))
        ? [{ kind: 'paragraph' as const, text: gift.message }]
        : []),
      { kind: 'figure', text: input.code, note: t('gifts.pdf.code') },
      {
        kind: 'paragraph',
        text: t('gifts.pdf.how', {
          address: input.address.replace(/^https?:\/\//, ''),
          date: formatDay(until, locale, issuer.timeZone),
        }),
      },
      { kind: 'paragraph', text: t('gifts.pdf.note') },
    ],
  };
}
