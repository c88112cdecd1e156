import { type ReportPeriod, shiftMonth } from '../../domain/reports/report-month.ts';
import { useLocale } from '../use-locale.ts';
import { monthName, useDates } from './dates.tsx';
import { PageHead } from './page-head.tsx';

/** Which month this is, what it is compared with, and the way to others. */
export function ReportHead({ period, csv }: { period: ReportPeriod; csv: string | null }) {
  const { locale, t, href } = useLocale();
  const { shortDay, instant } = useDates();
  const before = shiftMonth(period.month, -1);
  const after = shiftMonth(period.month, 1);
  return (
    <PageHead
      title={
        <>
          {t('admin.reportTitle')}
          <span className="desk-title__month">{monthName(period.month, locale)}</span>
        </>
      }
      actions={
        <>
          <nav className="months" aria-label={t('admin.monthNav')}>
            <a href={href(`/admin?month=${before}`)}>
              {t('admin.monthBeforeShort', { month: monthName(before, locale) })}
            </a>
            {period.isRunning ? null : (
              <a href={href(`/admin?month=${after}`)}>
                {t('admin.monthAfterShort', { month: monthName(after, locale) })}
              </a>
            )}
          </nav>
          {csv ? <a href={csv}>{t('admin.downloadCsv')}</a> : null}
        </>
      }
    >
      <p className="desk-title__line">
        {period.isRunning
          ? t('admin.comparedRunning', {
              from: shortDay(period.from),
              until: instant(period.until),
              beforeFrom: shortDay(period.before.from),
              beforeUntil: instant(period.before.until),
            })
          : t('admin.comparedWhole', { before: monthName(period.before.month, locale) })}
      </p>
    </PageHead>
  );
}
