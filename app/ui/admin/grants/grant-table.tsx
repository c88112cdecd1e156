import type { ListedGrant } from '../../../domain/grants/grant.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

/** Grants, the latest first. On a supporter's own page the person is left out. */
export function GrantTable({
  grants,
  mayAct,
  hasPerson = true,
}: {
  grants: readonly ListedGrant[];
  mayAct: boolean;
  hasPerson?: boolean;
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportTable
      label={t('grants.title')}
      head={[
        ...(hasPerson ? [{ label: t('grants.person') }] : []),
        { label: t('grants.tier') },
        { label: t('grants.time') },
        { label: t('grants.reason'), isWideOnly: true },
      ]}
    >
      {grants.map((grant) => (
        <tr key={grant.id}>
          {hasPerson ? (
            <th scope="row">
              <a href={href(`/admin/supporters/${grant.supporter.id}`)}>
                {grant.supporter.name ?? grant.supporter.email}
              </a>
            </th>
          ) : null}
          <td>{grant.tierName[locale]}</td>
          <td>
            <Time grant={grant} />
            {mayAct && (grant.standing === 'open' || grant.standing === 'waiting') ? (
              <span className="report-table__note">
                <a href={href(`/admin/grants/${grant.id}/end`)}>
                  {t('grants.end')}
                  <span className="visually-hidden"> {grant.supporter.email}</span>
                </a>
              </span>
            ) : null}
          </td>
          <td className="wide-only">{grant.reason}</td>
        </tr>
      ))}
    </ReportTable>
  );
}

function Time({ grant }: { grant: ListedGrant }) {
  const { t } = useLocale();
  const { shortDay } = useDates();
  const { startsAt, endsAt, revokedAt, revokedBecause, standing } = grant;
  const from = shortDay(startsAt);
  return (
    <>
      {t(`grants.standing.${standing}`)}
      <span className="report-table__note">
        {endsAt
          ? t('grants.fromUntil', {
              from,
              // It is over at the first instant after its last day.
              until: shortDay(new Date(endsAt.getTime() - 1)),
            })
          : t('grants.from', { date: from })}
      </span>
      {revokedAt ? (
        <span className="report-table__note">
          {t('grants.revokedOn', { date: shortDay(revokedAt), reason: revokedBecause ?? '' })}
        </span>
      ) : null}
    </>
  );
}
