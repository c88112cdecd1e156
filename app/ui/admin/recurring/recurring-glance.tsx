import { changesPath, standingPath } from '../../../domain/reports/recurring/change-filter.ts';
import type { RecurringReport } from '../../../domain/reports/recurring/recurring-report.ts';
import { money } from '../../../kernel/money.ts';
import { useLocale } from '../../use-locale.ts';
import { sum, wholeNumber } from '../figures.tsx';
import { FigureItem } from './figure-item.tsx';

/** How many currencies have a figure at the top; all of them have a statement below. */
const currenciesAtTop = 3;

/** What is read first: what recurs, and how many patrons there are, came and went. */
export function RecurringGlance({ report }: { report: RecurringReport }) {
  const { locale, t, href } = useLocale();
  const { range, patrons, begun, ended } = report;
  const hasBefore = range.before !== null;
  const count = (value: number) => wholeNumber(value, locale);
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
        to={href(standingPath(range.to))}
        definition={t('recurring.patronsDefinition')}
      />
      <FigureItem
        label={t('admin.begun')}
        now={begun.now}
        before={hasBefore ? begun.before : null}
        format={count}
        to={href(changesPath(range, { of: 'begun' }))}
        definition={t('recurring.begunDefinition')}
      />
      <FigureItem
        label={t('admin.ended')}
        now={ended.now}
        before={hasBefore ? ended.before : null}
        format={count}
        to={href(changesPath(range, { of: 'churn' }))}
        definition={t('recurring.endedDefinition')}
      />
    </section>
  );
}
