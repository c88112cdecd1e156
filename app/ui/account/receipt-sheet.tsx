import { formatDay, formatMoney } from '../../kernel/format.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import { subtractMoney } from '../../kernel/money.ts';
import type { Translate } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

export interface ReceiptView {
  readonly number: string;
  /** ISO 8601. */
  readonly paidAt: string;
  readonly amount: Money;
  readonly returned: Money;
  readonly paidFor:
    | { readonly kind: 'donation' | 'gift' }
    | {
        readonly kind: 'membership';
        readonly tierName: { readonly en: string; readonly uk: string };
        readonly interval: Interval;
      };
  readonly payer: { readonly name: string | null; readonly email: string };
  readonly newsroom: {
    readonly name: string;
    readonly legalName: string;
    readonly address: string;
    readonly taxId: string;
    readonly contactEmail: string;
    readonly timeZone: string;
    readonly receiptNote: { readonly en: string; readonly uk: string };
  };
}

/** Proof of one payment, made to be printed. */
export function ReceiptSheet({ receipt }: { receipt: ReceiptView }) {
  const { locale, t } = useLocale();
  const { newsroom, payer } = receipt;
  const sum = (amount: Money) => formatMoney(amount, locale, { cents: 'always' });
  const hasReturn = receipt.returned.amountMinor > 0;
  const note = newsroom.receiptNote[locale];
  return (
    <article className="receipt">
      <header className="receipt__head">
        <h1>{t('account.receipt.title')}</h1>
        <p className="receipt__amount">{sum(receipt.amount)}</p>
      </header>
      <dl className="facts">
        <Row term={t('account.receipt.amount')} value={sum(receipt.amount)} />
        {hasReturn ? (
          <>
            <Row term={t('account.receipt.returned')} value={sum(receipt.returned)} />
            <Row
              term={t('account.receipt.kept')}
              value={sum(subtractMoney(receipt.amount, receipt.returned))}
            />
          </>
        ) : null}
        <Row
          term={t('account.receipt.date')}
          value={formatDay(new Date(receipt.paidAt), locale, newsroom.timeZone)}
        />
        <Row term={t('account.receipt.for')} value={paidForText(t, receipt, locale)} />
        <Row term={t('account.receipt.number')} value={receipt.number} />
        <Row
          term={t('account.receipt.from')}
          value={[payer.name, payer.email].filter(Boolean).join('\n')}
        />
        <Row term={t('account.receipt.to')} value={newsroom.legalName} />
        {newsroom.address ? (
          <Row term={t('account.receipt.address')} value={newsroom.address} />
        ) : null}
        {newsroom.taxId ? <Row term={t('account.receipt.taxId')} value={newsroom.taxId} /> : null}
        <Row term={t('account.receipt.contact')} value={newsroom.contactEmail} />
      </dl>
      {note ? <p className="receipt__note">{note}</p> : null}
    </article>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="receipt__value">{value}</dd>
    </>
  );
}

function paidForText(t: Translate, { paidFor }: ReceiptView, locale: 'en' | 'uk'): string {
  if (paidFor.kind !== 'membership') return t(`account.payments.${paidFor.kind}`);
  return t(
    paidFor.interval === 'month'
      ? 'account.receipt.forMembershipMonth'
      : 'account.receipt.forMembershipYear',
    { tier: paidFor.tierName[locale] },
  );
}
