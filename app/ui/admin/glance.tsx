import type { ReactNode } from 'react';
import { paymentQuery } from '../../domain/reports/payment-filter.ts';
import { supporterQuery } from '../../domain/reports/supporter-filter.ts';
import type { Count, SupporterReport } from '../../domain/reports/supporter-report.ts';
import { money } from '../../kernel/money.ts';
import { useLocale } from '../use-locale.ts';
import { changeText, sum, wholeNumber } from './figures.tsx';

/** The few figures that are read first: one number for each idea. */
export function Glance({ report }: { report: SupporterReport }) {
  const { locale, t, href } = useLocale();
  const { month } = report.period;
  const count = (value: number) => wholeNumber(value, locale);
  return (
    <section className="glance" aria-label={t('admin.atAGlance')}>
      {report.settled.map(({ currency, now, before }) => (
        <Item
          key={currency}
          label={t('admin.netIn', { currency })}
          counts={{ now: now.net, before: before.net }}
          format={(value) => sum(money(value, currency), locale)}
          to={href(`/admin/payments${paymentQuery({ month, settledIn: currency })}`)}
          definition={t('admin.netDefinition')}
        />
      ))}
      <Item
        label={t('admin.donors')}
        counts={report.donors}
        format={count}
        to={href(`/admin/payments${paymentQuery({ month, source: 'once', kind: 'charges' })}`)}
        definition={t('admin.donorsDefinition')}
      />
      <Item
        label={t('admin.patrons')}
        counts={report.patrons}
        format={count}
        to={href(`/admin/supporters${supporterQuery({ group: 'patrons' })}`)}
        definition={t('admin.patronsDefinition')}
      />
      <Item
        label={t('admin.begun')}
        counts={report.begun}
        format={count}
        to={href(`/admin/supporters${supporterQuery({ group: 'joined', month })}`)}
        definition={t('admin.begunDefinition')}
      />
      <Item
        label={t('admin.ended')}
        counts={report.ended}
        format={count}
        to={href(`/admin/supporters${supporterQuery({ group: 'left', month })}`)}
        definition={t('admin.endedDefinition')}
      />
    </section>
  );
}

function Item({
  label,
  counts,
  format,
  to,
  definition,
}: {
  label: string;
  counts: Count;
  format: (value: number) => string;
  to: string;
  definition: string;
}): ReactNode {
  const { locale, t } = useLocale();
  const change = changeText(counts.before, counts.now, locale);
  return (
    <div className="glance__item">
      <h2 className="glance__label">{label}</h2>
      <p className="glance__figure">
        <a href={to}>{format(counts.now)}</a>
      </p>
      <p className="glance__before">
        {t('admin.before', { value: format(counts.before) })}
        {change ? <span className="glance__change">{change}</span> : null}
      </p>
      <p className="glance__definition">{definition}</p>
    </div>
  );
}
