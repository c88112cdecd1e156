import type { PriceMigration } from '../../../domain/memberships/prices/price-migration.ts';
import { formatMoney } from '../../../kernel/format.ts';
import { ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { wholeNumber } from '../figures.tsx';

const columns = ['waiting', 'told', 'moved', 'left', 'failed', 'called_off'] as const;

/** A tier's moves to new prices, each with how far it has come. */
export function MoveTable({ moves }: { moves: readonly PriceMigration[] }) {
  const { locale, t, href } = useLocale();
  const { shortDay } = useDates();
  if (moves.length === 0) return null;
  return (
    <ReportPart id="moves" title={t('tiers.moves')} definition={t('tiers.movesDefinition')}>
      <ReportTable
        label={t('tiers.moves')}
        head={[
          { label: t('tiers.move.began') },
          { label: t('tiers.move.raised') },
          ...columns.map((status) => ({ label: t(`tiers.move.${status}`), isFigure: true })),
        ]}
      >
        {moves.map((move) => (
          <tr key={move.id}>
            <th scope="row">
              <a href={href(`/admin/tiers/moves/${move.id}`)}>{shortDay(move.createdAt)}</a>
            </th>
            <td>
              {move.raised.map(({ interval, from, to }) => (
                <span key={`${from.currency}-${interval}`} className="report-table__note">
                  {t('tiers.move.raisedLine', {
                    from: formatMoney(from, locale),
                    to: formatMoney(to, locale),
                    interval,
                  })}
                </span>
              ))}
            </td>
            {columns.map((status) => (
              <td key={status} className="figure">
                {wholeNumber(move.counts[status], locale)}
              </td>
            ))}
          </tr>
        ))}
      </ReportTable>
    </ReportPart>
  );
}
