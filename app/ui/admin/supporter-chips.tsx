import type { FilterOptions } from '../../domain/reports/filter-options.ts';
import {
  type SupporterFilter,
  everySupporter,
  supporterQuery,
} from '../../domain/reports/supporter-filter.ts';
import { money } from '../../kernel/money.ts';
import { useLocale } from '../use-locale.ts';
import { monthName } from './dates.tsx';
import { sum } from './figures.tsx';

interface Chip {
  readonly says: string;
  /** The filter without it. */
  readonly without: SupporterFilter;
}

/** Every filter that holds, each with a link that takes it away. */
export function SupporterChips({
  filter,
  options,
}: {
  filter: SupporterFilter;
  options: FilterOptions;
}) {
  const { t, href } = useLocale();
  const chips = useChips(filter, options);
  if (chips.length === 0) return null;
  return (
    <ul className="chips plain-list" aria-label={t('people.filters')}>
      {chips.map(({ says, without }) => (
        <li key={says}>
          <a
            className="chip"
            href={href(`/admin/supporters${supporterQuery(without)}`)}
            aria-label={t('people.removeFilter', { filter: says })}
          >
            {says} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={href('/admin/supporters')}>{t('admin.showEveryone')}</a>
      </li>
    </ul>
  );
}

function useChips(filter: SupporterFilter, options: FilterOptions): Chip[] {
  const { locale, t } = useLocale();
  const chips: Chip[] = [];
  const add = (says: string | null, ...fields: (keyof SupporterFilter)[]) => {
    if (says === null) return;
    const without = { ...filter };
    for (const field of fields) Object.assign(without, { [field]: everySupporter[field] });
    chips.push({ says, without });
  };
  const { group, month, givenIn, givenFrom, givenUntil } = filter;
  add(filter.search && t('people.chip.search', { search: filter.search }), 'search');
  if (group) {
    const named = t(`people.group.${group}`);
    add(month ? `${named}, ${monthName(month, locale)}` : named, 'group', 'month', 'currency');
  }
  add(filter.currency && t('people.chip.currency', { currency: filter.currency }), 'currency');
  const tier = options.tiers.find(({ slug }) => slug === filter.tier);
  add(filter.tier && t('people.chip.tier', { tier: tier?.name[locale] ?? filter.tier }), 'tier');
  add(
    filter.still === null ? null : t(filter.still ? 'people.still.1' : 'people.still.0'),
    'still',
  );
  add(
    filter.joined && t('people.chip.joined', { month: monthName(filter.joined, locale) }),
    'joined',
  );
  add(
    filter.firstGift && t('people.chip.firstGift', { month: monthName(filter.firstGift, locale) }),
    'firstGift',
  );
  add(
    filter.articleId &&
      t('people.chip.article', { title: options.articleTitle ?? filter.articleId }),
    'articleId',
  );
  const campaign = options.campaigns.find(({ id }) => id === filter.campaignId);
  add(
    filter.campaignId &&
      t('people.chip.campaign', { title: campaign?.title[locale] ?? filter.campaignId }),
    'campaignId',
  );
  add(filter.country && t('people.chip.country', { country: filter.country }), 'country');
  add(filter.language && t('admin.languageName', { language: filter.language }), 'language');
  if (givenIn && givenFrom !== null) {
    add(
      t('people.chip.givenFrom', { amount: sum(money(givenFrom, givenIn), locale) }),
      'givenFrom',
    );
  }
  if (givenIn && givenUntil !== null) {
    add(
      t('people.chip.givenUntil', { amount: sum(money(givenUntil, givenIn), locale) }),
      'givenUntil',
    );
  }
  return chips;
}
