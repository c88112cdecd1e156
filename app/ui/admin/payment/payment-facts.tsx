import type { PaymentCase } from '../../../domain/reports/payment-case.ts';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { PersonLink } from '../person-link.tsx';

/** Who paid, how much, when and for what. */
export function PaymentFacts({ payment }: { payment: PaymentCase }) {
  const { locale, t } = useLocale();
  const { charge, chargeUrl } = payment;
  return (
    <ReportPart id="facts" title={sum(charge.amount, locale)}>
      <dl className="facts">
        <dt>{t('deskSupporter.payment.from')}</dt>
        <dd>
          {charge.supporter ? (
            <PersonLink person={charge.supporter} />
          ) : (
            t('deskSupporter.payment.nobody')
          )}
        </dd>
        <dt>{t('admin.date')}</dt>
        <dd>
          <At instant={charge.occurredAt} />
        </dd>
        <dt>{t('deskSupporter.payment.paidFor')}</dt>
        <dd>{t(`admin.source.${charge.source}`)}</dd>
        <dt>{t('admin.article')}</dt>
        <dd>{charge.article?.headline ?? t('admin.none')}</dd>
        <dt>{t('admin.country')}</dt>
        <dd>{charge.country ?? t('admin.none')}</dd>
        <dt>{t('deskSupporter.payment.charge')}</dt>
        <dd>
          {chargeUrl ? (
            <a href={chargeUrl} rel="noreferrer">
              <code>{charge.stripeChargeId}</code>
            </a>
          ) : (
            <code>{charge.stripeChargeId}</code>
          )}
        </dd>
      </dl>
    </ReportPart>
  );
}
