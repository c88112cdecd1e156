import type { ReactNode } from 'react';
import { changesPath, standingPath } from '../../domain/reports/recurring/change-filter.ts';
import type { Count } from '../../domain/reports/count.ts';
import type { SupporterReport } from '../../domain/reports/supporter-report.ts';
import { money } from '../../kernel/money.ts';
import { useLocale } from '../use-locale.ts';
import { changeText, sum, wholeNumber } from './figures.tsx';
import { paymentsPath } from './overview/payments-path.ts';

/** The few figures that are read first: one number for each idea. */
export function Glance({ report }: { report: SupporterReport }) {
  const { locale, t, href } = useLocale();
  const { range } = report;
  const isCompared = range.before !== null;
  const count = (value: number) => wholeNumber(value, locale);
  return (
    <section className="glance glance--overview" aria-label={t('admin.atAGlance')}>
      {report.settled.map(({ currency, now, before }) => (
        <Item
          key={currency}
          label={t('admin.netIn', { currency })}
          counts={{ now: now.net, before: before.net }}
          format={(value) => sum(money(value, currency), locale)}
          to={href(paymentsPath(range, { settlement: currency }))}
          definition={t('admin.netDefinition')}
          isCompared={isCompared}
        />
      ))}
      <Item
        label={t('admin.donors')}
        counts={report.donors}
        format={count}
        to={href(paymentsPath(range, { source: 'once', kind: 'charges' }))}
        definition={t('admin.donorsDefinition')}
        isCompared={isCompared}
      />
      <Item
        label={t('overview.newDonors')}
        counts={report.newDonors}
        format={count}
        to={href(paymentsPath(range, { source: 'once', kind: 'charges', isFirst: true }))}
        definition={t('overview.newDonorsDefinition')}
        isCompared={isCompared}
      />
      <Item
        label={t('overview.givers')}
        counts={report.givers}
        format={count}
        to={href(paymentsPath(range, { kind: 'charges' }))}
        definition={t('overview.giversDefinition')}
        isCompared={isCompared}
      />
      <Item
        label={t('admin.patrons')}
        counts={report.patrons}
        format={count}
        to={href(standingPath(range.to))}
        definition={t('admin.patronsDefinition')}
        isCompared={isCompared}
      />
      <Item
        label={t('admin.begun')}
        counts={report.begun}
        format={count}
        to={href(changesPath(range, { of: 'begun' }))}
        definition={t('admin.begunDefinition')}
        isCompared={isCompared}
      />
      <Item
        label={t('admin.ended')}
        counts={report.ended}
        format={count}
        to={href(changesPath(range, { of: 'churn' }))}
        definition={t('admin.endedDefinition')}
        isCompared={isCompared}
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
  isCompared,
}: {
  label: string;
  counts: Count;
  format: (value: number) => string;
  to: string;
  definition: string;
  isCompared: boolean;
}): ReactNode {
  const { locale, t } = useLocale();
  const change = changeText(counts.before, counts.now, locale);
  return (
    <div className="glance__item">
      <h2 className="glance__label">{label}</h2>
      <p className="glance__figure">
        <a href={to}>{format(counts.now)}</a>
      </p>
      {isCompared ? (
        <p className="glance__before">
          {t('admin.before', { value: format(counts.before) })}
          {change ? <span className="glance__change">{change}</span> : null}
        </p>
      ) : null}
      <p className="glance__definition">{definition}</p>
    </div>
  );
}
