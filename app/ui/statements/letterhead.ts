import type { PdfDocument } from '../../domain/ports/pdf.ts';
import { type Locale, intlTags } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ReceiptIssuer } from './receipt-facts.ts';

/** All but the content: the newsroom's letterhead in the reader's language. */
export function onLetterhead(
  t: Translate,
  issuer: ReceiptIssuer,
  locale: Locale,
): Pick<PdfDocument, 'language' | 'letterhead' | 'footer' | 'pageNumber'> {
  return {
    language: intlTags[locale],
    letterhead: {
      name: issuer.name[locale],
      tagline: issuer.tagline[locale],
      lines: [
        issuer.legalName,
        [
          issuer.address.trim().replace(/\s*\n\s*/g, ', '),
          issuer.taxId === '' ? '' : t('statements.taxId', { taxId: issuer.taxId }),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      ].filter((line) => line !== ''),
    },
    footer: t('statements.questions', { email: issuer.contactEmail }),
    pageNumber: (page, pages) => t('statements.page', { page, pages }),
  };
}

/** The newsroom's own wording under what it proves; none when it has none. */
export function noteBlocks(
  issuer: Pick<ReceiptIssuer, 'receiptNote'>,
  locale: Locale,
): PdfDocument['blocks'] {
  const text = issuer.receiptNote[locale].trim();
  return text === '' ? [] : [{ kind: 'paragraph', text }];
}
