import {
  type PaymentFilter,
  type PaymentNames,
  everyPayment,
  noneOfIt,
  paymentQuery,
} from '../../domain/reports/payment-filter.ts';
import { useLocale } from '../use-locale.ts';
import { monthName, useDates } from './dates.tsx';
import { dayName } from './overview/days.ts';
import { countryName, useKindName, useSourceName } from './payment-words.ts';

interface Props {
  filter: PaymentFilter;
  names: PaymentNames;
}

/** Every filter that holds, each with a link that takes it away. */
export function PaymentChips({ filter, names }: Props) {
  const { t, href } = useLocale();
  const chips = useChips(filter, names);
  if (chips.length === 0) return null;
  return (
    <ul className="chips plain-list" aria-label={t('payments.chips')}>
      {chips.map(({ says, without }) => (
        <li key={says}>
          <a
            className="chip"
            href={href(`/admin/payments${paymentQuery(without)}`)}
            aria-label={t('payments.remove', { filter: says })}
          >
            {says} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a href={href('/admin/payments')}>{t('admin.clearFilters')}</a>
      </li>
    </ul>
  );
}

function useChips(filter: PaymentFilter, names: PaymentNames) {
  const { locale, t } = useLocale();
  const { instant } = useDates();
  const kindName = useKindName();
  const sourceName = useSourceName();
  const { month, until, from, to } = filter;
  const say = (field: Parameters<typeof t>[0], value: string | null) =>
    value && t('payments.chip', { field: t(field), value });
  /** What it is called, or what the address says when nothing is called so. */
  const named = (field: keyof PaymentFilter) => {
    const value = filter[field];
    if (typeof value !== 'string') return null;
    return value === noneOfIt ? t('payments.chip.none') : (names[field] ?? value);
  };
  const isMonthShown = month !== null && !from && !to;
  const { country } = filter;
  const chips: [keyof PaymentFilter, string | null][] = [
    ['from', say('payments.field.from', from && dayName(from, locale))],
    ['to', say('payments.field.to', to && dayName(to, locale))],
    ['month', isMonthShown ? monthName(month, locale) : null],
    ['until', isMonthShown ? say('payments.field.until', until && instant(until)) : null],
    ['source', filter.source && sourceName(filter.source)],
    ['kind', filter.kind && kindName(filter.kind)],
    ['currency', say('payments.field.currency', filter.currency)],
    ['settledIn', say('payments.field.settlement', filter.settledIn)],
    ['articleId', say('payments.field.article', named('articleId'))],
    ['section', say('payments.field.section', named('section'))],
    ['author', say('payments.field.author', named('author'))],
    ['askId', say('payments.field.ask', named('askId'))],
    ['variant', say('payments.field.variant', named('variant'))],
    ['campaignId', say('payments.field.campaign', named('campaignId'))],
    [
      'country',
      say(
        'payments.field.country',
        country && country !== noneOfIt ? countryName(country, locale) : named('country'),
      ),
    ],
    ['tierId', say('payments.field.tier', named('tierId'))],
    ['standing', filter.standing && t(`sources.standing.${filter.standing}`)],
    ['referrer', say('payments.field.referrer', named('referrer'))],
    ['isFirst', filter.isFirst ? t('payments.chip.first') : null],
    ['isWaiting', filter.isWaiting ? t('payments.chip.waiting') : null],
  ];
  return chips.flatMap(([field, says]) =>
    says ? [{ says, without: { ...filter, [field]: everyPayment[field] } }] : [],
  );
}
