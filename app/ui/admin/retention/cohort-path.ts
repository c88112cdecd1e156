import type { MonthKey } from '../../../domain/reports/report-month.ts';

/** The people of one cell of the cohorts' table (`at` null: all who joined), without language prefix. */
export function cohortPath(joined: MonthKey, at: MonthKey | null): string {
  return `/admin/retention/cohort?joined=${joined}${at ? `&at=${at}` : ''}`;
}
