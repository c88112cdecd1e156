import type { RecurringReport } from '../../../domain/reports/recurring/recurring-report.ts';
import { supporterQuery } from '../../../domain/reports/supporter-filter.ts';
import { money } from '../../../kernel/money.ts';
import { useLocale } from '../../use-locale.ts';
import { sum, wholeNumber } from '../figures.tsx';
import { monthOfDays } from '../overview/days.ts';
import { FigureItem } from './figure-item.tsx';

/** How many currencies have a figure at the top; all of them have a statement below. */
const currenciesAtTop = 3;

/** What is read first: what recurs, and how many patrons there are, came and went. */
export function RecurringGlance({ report }: { report: RecurringReport }) {
  const { locale, t, href } = useLocale();
  const { range, patrons, begun, ended } = report;
  const month = monthOfDays(range);
  const hasBefore = range.before !== null;
  const count = (value: number) => wholeNumber(value, locale);
  const people = (group: 'joined' | 'left') =>
    month ? href(`/admin/supporters${supporterQuery({ group, month })}`) : '#steps';
  return (
    <section className="glance glance--overview" aria-label={t('admin.atAGlance')}>
      {report.currencies.slice(0, currenciesAtTop).map(({ currency, end, before }) => (
        <FigureItem
          key={currency}
          label={t('recurring.mrrIn', { currency })}
          now={end}
          before={before}
          format={(value) => sum(money(value, currency), locale)}
          to={`#revenue-${currency}`}
          definition={t('recurring.mrrShort')}
        />
      ))}
      <FigureItem
        label={t('admin.patrons')}
        now={patrons.now}
        before={hasBefore ? patrons.before : null}
        format={count}
        to={range.isRunning ? href('/admin/supporters?group=patrons') : '#tiers'}
        definition={t('recurring.patronsDefinition')}
      />
      <FigureItem
        label={t('admin.begun')}
        now={begun.now}
        before={hasBefore ? begun.before : null}
        format={count}
        to={people('joined')}
        definition={t('recurring.begunDefinition')}
      />
      <FigureItem
        label={t('admin.ended')}
        now={ended.now}
        before={hasBefore ? ended.before : null}
        format={count}
        to={people('left')}
        definition={t('recurring.endedDefinition')}
      />
    </section>
  );
}
