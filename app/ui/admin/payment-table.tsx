import {
  type ListedPayment,
  type PaymentSum,
  type PaymentSums as Sums,
  mostAddedUp,
} from '../../domain/reports/listed-payment.ts';
import { paymentNumber } from '../../domain/newsroom/payment-number.ts';
import { ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { SumCell, sum, wholeNumber } from './figures.tsx';
import { PersonLink } from './person-link.tsx';

/** Payments, one a row; on a supporter's own page without their name. */
export function PaymentTable({
  payments,
  hasSupporter = true,
}: {
  payments: readonly ListedPayment[];
  hasSupporter?: boolean;
}) {
  const { t } = useLocale();
  return (
    <ReportTable
      label={t('admin.paymentsOf')}
      head={[
        { label: t('admin.date') },
        ...(hasSupporter ? [{ label: t('admin.supporter') }] : []),
        { label: t('admin.what'), isWideOnly: hasSupporter },
        { label: t('admin.article'), isWidestOnly: true },
        { label: t('admin.amount'), isFigure: true },
        { label: t('admin.gross'), isFigure: true, isWidestOnly: true },
        { label: t('admin.fee'), isFigure: true, isWideOnly: true },
        { label: t('admin.net'), isFigure: true },
      ]}
    >
      {payments.map((payment) => (
        <Row key={payment.id} payment={payment} hasSupporter={hasSupporter} />
      ))}
    </ReportTable>
  );
}

function Row({ payment, hasSupporter }: { payment: ListedPayment; hasSupporter: boolean }) {
  const { locale, t, href } = useLocale();
  const { amount, settlement, article, supporter } = payment;
  return (
    <tr>
      <td>
        <a
          href={href(`/admin/payments/${payment.id}`)}
          aria-label={t('deskSupporter.payment.open', { number: paymentNumber(payment) })}
        >
          <At instant={payment.occurredAt} form="day" />
        </a>
      </td>
      {hasSupporter ? (
        <th scope="row">{supporter ? <PersonLink person={supporter} /> : t('admin.erased')}</th>
      ) : null}
      <td className={hasSupporter ? 'wide-only' : undefined}>
        {t(`admin.kind.${payment.kind}`)}
        <span className="report-table__note">{t(`admin.source.${payment.source}`)}</span>
      </td>
      <td className="widest-only article-cell">{article?.headline ?? t('admin.none')}</td>
      <td className="figure">{sum(amount, locale)}</td>
      {settlement ? (
        <>
          <SumCell
            minor={settlement.gross.amountMinor}
            currency={settlement.gross.currency}
            isWidestOnly
          />
          <SumCell
            minor={settlement.fee.amountMinor}
            currency={settlement.fee.currency}
            isWideOnly
          />
          <SumCell minor={settlement.net.amountMinor} currency={settlement.net.currency} />
        </>
      ) : (
        <>
          <td className="figure muted widest-only">{t('admin.none')}</td>
          <td className="figure muted wide-only">{t('admin.none')}</td>
          <td className="figure muted">{t('admin.waits')}</td>
        </>
      )}
    </tr>
  );
}

/** What the whole list comes to: the figures that the report shows for the same filter. */
export function PaymentSums({ sums }: { sums: Sums }) {
  const { locale, t } = useLocale();
  const most = wholeNumber(mostAddedUp, locale);
  if (sums === null) {
    return <p className="report-empty">{t('payments.moreThan')}</p>;
  }
  return (
    <ReportTable
      label={t('admin.sums')}
      head={[
        { label: t('admin.currency') },
        { label: t('admin.sumCount'), isFigure: true },
        { label: t('admin.amount'), isFigure: true },
        { label: t('admin.gross'), isFigure: true },
        { label: t('admin.fee'), isFigure: true },
        { label: t('admin.net'), isFigure: true },
      ]}
    >
      {sums.map(({ amount, count, settlement }) => (
        <tr key={`${amount?.currency ?? ''} ${settlement?.net.currency ?? ''}`}>
          <th scope="row">{amount?.currency ?? settlement?.net.currency ?? t('admin.waits')}</th>
          <td className="figure">{wholeNumber(count, locale)}</td>
          {amount ? (
            <td className="figure">{sum(amount, locale)}</td>
          ) : (
            <td className="figure muted">{t('payments.chargedUnknown', { count: most })}</td>
          )}
          {settlement ? (
            <>
              <td className="figure">{sum(settlement.gross, locale)}</td>
              <td className="figure">{sum(settlement.fee, locale)}</td>
              <td className="figure">{sum(settlement.net, locale)}</td>
            </>
          ) : (
            <td className="figure muted" colSpan={3}>
              {t('admin.waits')}
            </td>
          )}
        </tr>
      ))}
      <Totals sums={sums} />
    </ReportTable>
  );
}

/** The settled figures of all rows that settled in the same currency, where there are several. */
function Totals({ sums }: { sums: readonly PaymentSum[] }) {
  const { t } = useLocale();
  const settled = sums.flatMap((row) => (row.settlement ? [row.settlement] : []));
  const currencies = [...new Set(settled.map((row) => row.net.currency))];
  return currencies.map((currency) => {
    const own = settled.filter((row) => row.net.currency === currency);
    if (own.length < 2) return null;
    const add = (pick: (row: (typeof own)[number]) => number) =>
      own.reduce((total, row) => total + pick(row), 0);
    return (
      <tr key={currency} className="is-total">
        <th scope="row">{t('admin.settledIn', { currency })}</th>
        <td />
        <td />
        <SumCell minor={add((row) => row.gross.amountMinor)} currency={currency} />
        <SumCell minor={add((row) => row.fee.amountMinor)} currency={currency} />
        <SumCell minor={add((row) => row.net.amountMinor)} currency={currency} />
      </tr>
    );
  });
}
