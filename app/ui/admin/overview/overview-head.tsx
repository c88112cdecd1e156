import type { ReportRange } from '../../../domain/reports/report-range.ts';
import { useLocale } from '../../use-locale.ts';
import { PageHead } from '../page-head.tsx';
import { dayName } from './days.ts';
import { type BadDays, RangeForm } from './range-form.tsx';

/** Which days these are, what they are compared with, and the way to others. */
export function OverviewHead({
  range,
  csv,
  bad,
}: {
  range: ReportRange;
  csv: string | null;
  bad: BadDays;
}) {
  const { t } = useLocale();
  return (
    <>
      <PageHead
        title={t('admin.reportTitle')}
        actions={csv ? <a href={csv}>{t('admin.downloadCsv')}</a> : null}
      >
        <RangeLine range={range} />
      </PageHead>
      <RangeForm range={range} path="/admin" bad={bad} />
    </>
  );
}

/** The days of a report in a sentence, and those that they are compared with. */
export function RangeLine({ range }: { range: ReportRange }) {
  const { locale, t } = useLocale();
  const { before } = range;
  const days = { from: dayName(range.from, locale), to: dayName(range.to, locale) };
  return (
    <p className="desk-title__line">
      {before
        ? t('overview.against', {
            ...days,
            beforeFrom: dayName(before.from, locale),
            beforeTo: dayName(before.to, locale),
          })
        : t('overview.alone', days)}{' '}
      {range.isRunning ? t('overview.running') : null}
    </p>
  );
}
