import {
  type ReportRange,
  comparisons,
  rangePresets,
  rangeQuery,
} from '../../../domain/reports/report-range.ts';
import { Button } from '../../elements/button.tsx';
import { Field } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';

/** What was typed into a day's field and is none. */
export interface BadDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Chooses the days of a report: one of the usual stretches by a link, any two days by the form.
 * @param path the page, without language prefix
 * @param kept what else its address says
 */
export function RangeForm({
  range,
  path,
  kept = {},
  bad = {},
}: {
  range: ReportRange;
  path: string;
  kept?: Readonly<Record<string, string>>;
  bad?: BadDays;
}) {
  const { t, href } = useLocale();
  const rest = new URLSearchParams(kept).toString();
  const to = (preset: (typeof rangePresets)[number]) => {
    const query = rangeQuery({ ...range, preset });
    return href(`${path}?${query}${rest === '' ? '' : `&${rest}`}`);
  };
  return (
    <div className="range">
      <nav aria-label={t('overview.range')}>
        <ul className="range__presets plain-list">
          {rangePresets.map((preset) => (
            <li key={preset}>
              <a href={to(preset)} aria-current={preset === range.preset ? 'true' : undefined}>
                {t(`overview.preset.${preset}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form className="range__form" method="get" action={href(path)} noValidate>
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(['from', 'to'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(`overview.${name}`)}
            error={bad[name] === undefined ? null : 'overview.badDay'}
          >
            {(control) => (
              <input {...control} type="date" defaultValue={bad[name] ?? range[name]} />
            )}
          </Field>
        ))}
        <Field name="compare" label={t('overview.compare')}>
          {(control) => (
            <select {...control} defaultValue={range.compare}>
              {comparisons.map((compare) => (
                <option key={compare} value={compare}>
                  {t(`overview.compare.${compare}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button>{t('overview.show')}</Button>
      </form>
    </div>
  );
}
