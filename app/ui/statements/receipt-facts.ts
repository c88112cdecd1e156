import type { Receipt } from '../../domain/statements/receipt.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Money, negateMoney, subtractMoney } from '../../kernel/money.ts';
import type { Translate } from '../../messages/translate.ts';
import { payerLines } from './payer.ts';
import { paidForText, sumText } from './statement-words.ts';

/** One line of a receipt. */
export interface ReceiptFact {
  readonly term: string;
  /** Line breaks are kept. */
  readonly value: string;
  readonly isStrong?: boolean;
}

/** Who gives a receipt. */
export interface ReceiptIssuer {
  readonly name: { readonly en: string; readonly uk: string };
  readonly tagline: { readonly en: string; readonly uk: string };
  readonly legalName: string;
  readonly address: string;
  readonly taxId: string;
  readonly contactEmail: string;
  readonly timeZone: string;
  readonly receiptNote: { readonly en: string; readonly uk: string };
}

/** What a receipt says, the same on the page and on paper; what went back is told part by part. */
export function receiptFacts(
  t: Translate,
  receipt: Receipt,
  issuer: Pick<ReceiptIssuer, 'timeZone' | 'legalName'>,
  locale: Locale,
): ReceiptFact[] {
  const day = (instant: Date) => formatDay(instant, locale, issuer.timeZone);
  const facts: ReceiptFact[] = [
    { term: t('account.receipt.amount'), value: sumText(receipt.amount, locale) },
  ];
  if (receipt.feeCover) {
    facts.push({ term: t('statements.feeCover'), value: sumText(receipt.feeCover, locale) });
  }
  for (const { kind, amount, occurredAt } of receipt.returns) {
    facts.push({
      term: t(`account.payments.${kind}`),
      value: t('statements.onDate', {
        // The term says which way it went.
        amount: sumText(absolute(amount), locale),
        date: day(occurredAt),
      }),
    });
  }
  if (receipt.returns.length > 0) {
    facts.push({
      term: t('account.receipt.kept'),
      value: sumText(subtractMoney(receipt.amount, receipt.returned), locale),
      isStrong: true,
    });
  }
  facts.push(
    { term: t('account.receipt.date'), value: day(receipt.paidAt) },
    { term: t('account.receipt.for'), value: paidForText(t, receipt.paidFor, locale) },
  );
  if (receipt.paidUntil) {
    facts.push({ term: t('statements.paidUntil'), value: day(receipt.paidUntil) });
  }
  facts.push({ term: t('account.receipt.number'), value: receipt.number });
  if (receipt.payer) {
    facts.push({
      term: t('account.receipt.from'),
      value: payerLines(receipt.payer),
    });
  }
  facts.push({ term: t('account.receipt.to'), value: issuer.legalName });
  return facts;
}

function absolute(amount: Money): Money {
  return amount.amountMinor < 0 ? negateMoney(amount) : amount;
}
