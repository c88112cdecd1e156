import type { ReceiptFact } from '../statements/receipt-facts.ts';
import { useLocale } from '../use-locale.ts';

export interface ReceiptView {
  readonly amount: string;
  readonly facts: readonly ReceiptFact[];
  /** The newsroom's own wording; may be empty. */
  readonly note: string;
}

/** Proof of one payment, made to be printed. */
export function ReceiptSheet({ receipt }: { receipt: ReceiptView }) {
  const { t } = useLocale();
  return (
    <article className="receipt">
      <header className="receipt__head">
        <h1>{t('account.receipt.title')}</h1>
        <p className="receipt__amount">{receipt.amount}</p>
      </header>
      <dl className="facts">
        {receipt.facts.map(({ term, value, isStrong }, index) => (
          <Row key={index} term={term} value={value} isStrong={isStrong === true} />
        ))}
      </dl>
      {receipt.note ? <p className="receipt__note">{receipt.note}</p> : null}
    </article>
  );
}

function Row({ term, value, isStrong }: { term: string; value: string; isStrong: boolean }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="receipt__value">{isStrong ? <strong>{value}</strong> : value}</dd>
    </>
  );
}
