import { type ReportRange, rangeQuery } from '../../../domain/reports/report-range.ts';
import { type SourceQuestion, sourceFields } from '../../../domain/reports/sources/source.ts';

/** The breakdown of some days, without language prefix. */
export function sourcesPath(range: ReportRange, question: Partial<SourceQuestion>): string {
  const rest = new URLSearchParams(sourceFields(question)).toString();
  return `/admin/sources?${rangeQuery(range)}${rest === '' ? '' : `&${rest}`}`;
}
