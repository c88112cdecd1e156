import { formatDay, formatMoney } from '../../kernel/format.ts';
import type { Translate } from '../../messages/translate.ts';
import { Money } from '../elements/money.tsx';
import { useLocale } from '../use-locale.ts';
import type { PaymentLine } from './payment-line.ts';

/** Movements with their receipts, newest first. */
export function PaymentTable({
  payments,
  timeZone,
  caption,
}: {
  payments: readonly PaymentLine[];
  timeZone: string;
  caption: string;
}) {
  const { locale, t, href } = useLocale();
  return (
    <table className="table payments">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('account.payments.date')}</th>
          <th scope="col">{t('account.payments.what')}</th>
          <th scope="col" className="figure">
            {t('account.payments.amount')}
          </th>
          <th scope="col" className="figure">
            {t('account.payments.receipt')}
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => {
          const date = formatDay(new Date(payment.occurredAt), locale, timeZone);
          const amount = formatMoney(payment.amount, locale, { cents: 'always' });
          return (
            <tr key={payment.id}>
              <td className="payments__date">
                <time dateTime={payment.occurredAt}>{date}</time>
              </td>
              <td>
                {movementName(t, payment)}
                {payment.returned.amountMinor > 0 ? (
                  <span className="payments__returned">
                    {t('account.payments.returned', {
                      amount: formatMoney(payment.returned, locale, { cents: 'always' }),
                    })}
                  </span>
                ) : null}
              </td>
              <td className="figure">
                <Money amount={payment.amount} cents="always" />
              </td>
              <td className="figure">
                {payment.kind === 'charge' ? (
                  <a
                    href={href(`/account/payments/${payment.id}`)}
                    aria-label={t('account.payments.receiptOf', { date, amount })}
                  >
                    {t('account.payments.receipt')}
                  </a>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function movementName(t: Translate, { kind, source }: PaymentLine): string {
  return kind === 'charge' ? t(`account.payments.${source}`) : t(`account.payments.${kind}`);
}
