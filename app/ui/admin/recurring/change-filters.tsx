import {
  type ChangeFilter,
  changeKinds,
  changeQuery,
  everyChange,
} from '../../../domain/reports/recurring/change-filter.ts';
import { useLocale } from '../../use-locale.ts';
import { dayName } from '../overview/days.ts';
import { answerLabels } from '../retention/answer-labels.ts';

const path = (filter: ChangeFilter) => `/admin/recurring/changes${changeQuery(filter)}`;

/** What kind of change, by a link each; and what else narrows the list, each with a link that takes it away. */
export function ChangeFilters({ filter }: { filter: ChangeFilter }) {
  const { t, href } = useLocale();
  const chips = useChips(filter);
  return (
    <>
      <nav className="range" aria-label={t('changes.kinds')}>
        <ul className="range__presets plain-list">
          {[null, ...changeKinds].map((of) => (
            <li key={of ?? 'all'}>
              <a
                href={href(path({ ...filter, of }))}
                aria-current={of === filter.of ? 'true' : undefined}
              >
                {t(`changes.of.${of ?? 'all'}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chips.length > 0 ? (
        <ul className="chips plain-list" aria-label={t('people.filters')}>
          {chips.map(({ says, without }) => (
            <li key={says}>
              <a
                className="chip"
                href={href(path(without))}
                aria-label={t('people.removeFilter', { filter: says })}
              >
                {says} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function useChips(filter: ChangeFilter): { says: string; without: ChangeFilter }[] {
  const { locale, t } = useLocale();
  const chips: { says: string; without: ChangeFilter }[] = [];
  const add = (says: string | null, ...fields: (keyof ChangeFilter)[]) => {
    if (says === null) return;
    const without = { ...filter };
    for (const field of fields) Object.assign(without, { [field]: everyChange[field] });
    chips.push({ says, without });
  };
  const from = filter.from === null ? null : dayName(filter.from, locale);
  const to = filter.to === null ? null : dayName(filter.to, locale);
  if (from && to) add(from === to ? from : t('changes.days', { from, to }), 'from', 'to');
  else {
    add(from && t('changes.from', { from }), 'from');
    add(to && t('changes.to', { to }), 'to');
  }
  add(filter.currency && t('people.chip.currency', { currency: filter.currency }), 'currency');
  add(filter.tier && t('changes.tier', { tier: filter.tier }), 'tier');
  add(filter.interval && t('changes.interval', { interval: filter.interval }), 'interval');
  if (filter.because !== null) {
    const answer = filter.answer ?? '';
    const label = answerLabels[answer];
    add(
      t('changes.because', {
        reason: t('retention.because', {
          reason: filter.because === '' ? 'unknown' : filter.because,
        }),
        answer: answer === '' ? 'none' : label ? t(label) : answer,
      }),
      ...(['because', 'answer'] as const),
    );
  }
  return chips;
}
