import { useLocale } from '../use-locale.ts';
import type { StatementView } from './statement-view.ts';

/** Proof of a year's payments, made to be printed. */
export function StatementSheet({
  statement,
  payer,
  issuer,
  note,
}: {
  statement: StatementView;
  /** Line breaks are kept, here and in `issuer`. */
  payer: string;
  issuer: string;
  /** The newsroom's own wording; may be empty. */
  note: string;
}) {
  const { t } = useLocale();
  return (
    <article className="receipt">
      <header className="receipt__head">
        <h1>{t('statements.titleOfYear', { year: statement.label })}</h1>
      </header>
      <dl className="facts">
        <dt>{t('statements.period')}</dt>
        <dd>{statement.period}</dd>
        <dt>{t('statements.supporter')}</dt>
        <dd className="receipt__value">{payer}</dd>
        <dt>{t('account.receipt.to')}</dt>
        <dd className="receipt__value">{issuer}</dd>
      </dl>
      <table className="table payments statement__table">
        <caption className="visually-hidden">{t('statements.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statements.date')}</th>
            <th scope="col">{t('statements.for')}</th>
            <th scope="col" className="figure">
              {t('statements.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statement.lines.map((line) => (
            <tr key={line.id}>
              <td className="payments__date">
                <time dateTime={line.occurredAt}>{line.date}</time>
              </td>
              <td>
                {line.what}
                {line.details.map((detail) => (
                  <span key={detail} className="payments__returned">
                    {detail}
                  </span>
                ))}
              </td>
              <td className="figure">{line.amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Totals totals={statement.totals} />
      {statement.isRunning ? <p className="meta receipt__note">{t('statements.running')}</p> : null}
      {note ? <p className="receipt__note">{note}</p> : null}
    </article>
  );
}

function Totals({ totals }: { totals: StatementView['totals'] }) {
  const { t } = useLocale();
  return (
    <table className="table payments statement__table">
      <caption>{t('statements.totals')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statements.currency')}</th>
          {(['paid', 'returned', 'kept'] as const).map((column) => (
            <th key={column} scope="col" className="figure">
              {t(`statements.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, paid, returned, kept }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td className="figure">{paid}</td>
            <td className="figure">{returned}</td>
            <td className="figure">{kept}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
