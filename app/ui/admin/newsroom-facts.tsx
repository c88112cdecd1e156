import { Fragment } from 'react';
import type { Newsroom } from '../../domain/newsroom/newsroom.ts';
import { formatMoney } from '../../kernel/format.ts';
import { ReportPart } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { wholeNumber } from './figures.tsx';

/** Who publishes, and the choices that were made. */
export function NewsroomFacts({ newsroom }: { newsroom: Newsroom }) {
  const { locale, t } = useLocale();
  const facts: [string, string][] = [
    [t('admin.name'), [...new Set(Object.values(newsroom.name))].join('\n')],
    [t('admin.tagline'), newsroom.tagline[locale]],
    [t('admin.legalName'), newsroom.legalName],
    [t('admin.address'), newsroom.address],
    [t('admin.taxId'), newsroom.taxId],
    [t('admin.contactEmail'), newsroom.contactEmail],
    [t('admin.timeZone'), newsroom.timeZone],
    [t('admin.defaultCurrency'), newsroom.defaultCurrency],
    [t('settings.currencies'), newsroom.currencies.join(', ')],
    [t('admin.graceDays'), wholeNumber(newsroom.graceDays, locale)],
    [
      t('admin.donorPass'),
      t('admin.donorPassLine', {
        days: newsroom.donorPass.days,
        minimum: formatMoney(newsroom.donorPass.minimums[newsroom.defaultCurrency], locale),
      }),
    ],
  ];
  return (
    <ReportPart
      id="newsroom"
      title={t('admin.newsroom')}
      definition={t('admin.newsroomDefinition')}
    >
      <dl className="facts">
        {facts.map(([term, value]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="facts__lines">{value === '' ? t('admin.notSet') : value}</dd>
          </Fragment>
        ))}
      </dl>
    </ReportPart>
  );
}
