import type { StuckMember } from '../../../domain/memberships/prices/price-migration.ts';
import { formatMoney } from '../../../kernel/format.ts';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sayKnown } from '../known-message.ts';

/** Those for whom a move did not go through, or not yet, each leading to the person. */
export function StuckMembers({ members }: { members: readonly StuckMember[] }) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart
      id="stuck"
      title={t('tiers.move.stuck')}
      definition={t('tiers.move.stuckDefinition')}
    >
      {members.length === 0 ? (
        <Empty title={t('tiers.move.nobodyStuck')} next={t('tiers.move.nobodyStuckNext')} />
      ) : (
        <ReportTable
          label={t('tiers.move.stuck')}
          head={[
            { label: t('tiers.move.person') },
            { label: t('tiers.move.why') },
            { label: t('tiers.prices.now'), isFigure: true },
            { label: t('tiers.prices.then'), isFigure: true },
            { label: t('tiers.move.next') },
          ]}
        >
          {members.map(({ membershipId, supporterId, name, email, problem, from, to, ...one }) => (
            <tr key={membershipId}>
              <th scope="row">
                {supporterId ? (
                  <a href={href(`/admin/supporters/${supporterId}`)}>{name ?? email}</a>
                ) : (
                  '—'
                )}
              </th>
              <td>{problem ? sayKnown(t, `tiers.problem.${problem}`, problem) : ''}</td>
              <td className="figure">{formatMoney(from, locale)}</td>
              <td className="figure">{formatMoney(to, locale)}</td>
              <td>
                {one.status === 'told' && one.dueAt ? (
                  <At instant={one.dueAt} />
                ) : (
                  t('tiers.move.failed')
                )}
              </td>
            </tr>
          ))}
        </ReportTable>
      )}
    </ReportPart>
  );
}
