import type { Pdf, PdfBlock, PdfDocument } from '../../domain/ports/pdf.ts';
import type { Payer } from '../../domain/statements/receipt.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { noteBlocks, onLetterhead } from './letterhead.ts';
import { payerLines, printablePayer } from './payer.ts';
import type { ReceiptIssuer } from './receipt-facts.ts';
import type { StatementView } from './statement-view.ts';

/** A year's statement on the newsroom's letterhead. */
export function statementDocument(
  t: Translate,
  input: {
    readonly view: StatementView;
    /** When the newest of what it says happened. */
    readonly asOf: Date;
    readonly payer: Payer;
    readonly issuer: ReceiptIssuer;
    readonly locale: Locale;
    readonly canWrite: Pdf['canWrite'];
  },
): PdfDocument {
  const { view, issuer, locale } = input;
  const payer = printablePayer(input.payer, input.canWrite);
  const running: PdfBlock[] = view.isRunning
    ? [{ kind: 'paragraph', text: t('statements.running') }]
    : [];
  return {
    ...onLetterhead(t, issuer, locale),
    title: t('statements.statementTitle', { year: view.label, newsroom: issuer.name[locale] }),
    asOf: input.asOf,
    blocks: [
      {
        kind: 'heading',
        text: t('statements.titleOfYear', { year: view.label }),
        note: view.period,
      },
      {
        kind: 'facts',
        rows: [
          {
            term: t('statements.supporter'),
            value: payerLines(payer),
          },
          { term: t('account.receipt.to'), value: issuer.legalName },
        ],
      },
      {
        kind: 'table',
        columns: [
          { label: t('statements.date'), width: 13 },
          { label: t('statements.for'), width: 35 },
          { label: t('statements.amount'), width: 12, isFigure: true },
        ],
        rows: view.lines.map(({ date, what, details, amount }) => [
          date,
          [what, ...details].join('\n'),
          amount,
        ]),
      },
      { kind: 'subheading', text: t('statements.totals') },
      {
        kind: 'table',
        columns: [
          { label: t('statements.currency'), width: 10 },
          { label: t('statements.paid'), width: 15, isFigure: true },
          { label: t('statements.returned'), width: 15, isFigure: true },
          { label: t('statements.kept'), width: 20, isFigure: true },
        ],
        rows: view.totals.map(({ currency, paid, returned, kept }) => [
          currency,
          paid,
          returned,
          kept,
        ]),
      },
      ...running,
      ...noteBlocks(issuer, locale),
    ],
  };
}
