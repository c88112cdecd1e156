import type { Pdf, PdfDocument } from '../../domain/ports/pdf.ts';
import type { Receipt } from '../../domain/statements/receipt.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { noteBlocks, onLetterhead } from './letterhead.ts';
import { printablePayer } from './payer.ts';
import { type ReceiptIssuer, receiptFacts } from './receipt-facts.ts';
import { sumText } from './statement-words.ts';

/** A receipt on the newsroom's letterhead. */
export function receiptDocument(
  t: Translate,
  input: {
    readonly receipt: Receipt;
    readonly issuer: ReceiptIssuer;
    readonly locale: Locale;
    readonly canWrite: Pdf['canWrite'];
  },
): PdfDocument {
  const { issuer, locale, canWrite } = input;
  const receipt = {
    ...input.receipt,
    payer: input.receipt.payer && printablePayer(input.receipt.payer, canWrite),
  };
  const { number, amount, returned } = receipt;
  const date = formatDay(receipt.paidAt, locale, issuer.timeZone);
  return {
    ...onLetterhead(t, issuer, locale),
    title: t('statements.receiptTitle', { number, newsroom: issuer.name[locale] }),
    asOf: receipt.asOf,
    blocks: [
      { kind: 'heading', text: t('account.receipt.title'), note: number },
      {
        kind: 'figure',
        text: sumText(amount, locale),
        note: t(standing(amount.amountMinor, returned.amountMinor), { date }),
      },
      { kind: 'facts', rows: receiptFacts(t, receipt, issuer, locale) },
      ...noteBlocks(issuer, locale),
    ],
  };
}

function standing(paidMinor: number, returnedMinor: number) {
  if (returnedMinor <= 0) return 'statements.paidOn';
  return returnedMinor >= paidMinor ? 'statements.returnedWhole' : 'statements.returnedPart';
}
