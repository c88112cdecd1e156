import { Fragment } from 'react';
import type { PriceMigration } from '../../../domain/memberships/prices/price-migration.ts';
import { formatMoney } from '../../../kernel/format.ts';
import { useLocale } from '../../use-locale.ts';
import { wholeNumber } from '../figures.tsx';

const statuses = ['waiting', 'told', 'moved', 'left', 'failed', 'called_off'] as const;

/** What a move raises, and how many have come how far. */
export function MoveFacts({ move }: { move: PriceMigration }) {
  const { locale, t } = useLocale();
  return (
    <dl className="facts">
      <dt>{t('tiers.move.raised')}</dt>
      <dd className="facts__lines">
        {move.raised
          .map(({ interval, from, to }) =>
            t('tiers.move.raisedLine', {
              from: formatMoney(from, locale),
              to: formatMoney(to, locale),
              interval,
            }),
          )
          .join('\n')}
      </dd>
      <dt>{t('tiers.move.notice')}</dt>
      <dd>{t('tiers.move.days', { days: move.noticeDays })}</dd>
      {statuses.map((status) => (
        <Fragment key={status}>
          <dt>{t(`tiers.move.${status}`)}</dt>
          <dd>
            {wholeNumber(move.counts[status], locale)}
            {status === 'left' ? (
              <span className="report-table__note">{t('tiers.move.leftHint')}</span>
            ) : null}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
