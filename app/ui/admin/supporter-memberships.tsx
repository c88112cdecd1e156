import { isLive } from '../../domain/memberships/membership.ts';
import type { ProfileMembership } from '../../domain/reports/supporter-profile.ts';
import { Empty, ReportPart, ReportTable } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At, useDates } from './dates.tsx';
import { sum } from './figures.tsx';
import { MembershipState } from './supporter-table.tsx';

/** Every membership that a supporter ever began, the latest first. */
export function SupporterMemberships({
  memberships,
  mayAct,
}: {
  memberships: readonly ProfileMembership[];
  mayAct: boolean;
}) {
  const { locale, t } = useLocale();
  return (
    <ReportPart id="memberships" title={t('admin.memberships')}>
      {memberships.length === 0 ? (
        <Empty title={t('admin.noMemberships')} />
      ) : (
        <ReportTable
          label={t('admin.memberships')}
          head={[
            { label: t('admin.tier') },
            { label: t('admin.started'), isWideOnly: true },
            { label: t('admin.nextOrEnd') },
            { label: t('admin.amount'), isFigure: true },
          ]}
        >
          {memberships.map((membership) => (
            <tr key={membership.id}>
              <th scope="row">
                {membership.tierName[locale]}
                <MembershipState status={membership.status} />
              </th>
              <td className="wide-only">
                {membership.startedAt ? (
                  <At instant={membership.startedAt} form="day" />
                ) : (
                  t('admin.none')
                )}
              </td>
              <td>
                <NextOrEnd membership={membership} />
                {mayAct && isLive(membership.status) ? <Acts membership={membership} /> : null}
              </td>
              <td className="figure">
                {sum(membership.amount, locale)}
                <span className="report-table__note">
                  {t('admin.everyInterval', { interval: membership.interval })}
                </span>
              </td>
            </tr>
          ))}
        </ReportTable>
      )}
    </ReportPart>
  );
}

/** What the staff can do to it now. */
function Acts({ membership: { id, status, cancelAt } }: { membership: ProfileMembership }) {
  const { t, href } = useLocale();
  const at = (noun: string) => href(`/admin/memberships/${id}/${noun}`);
  return (
    <ul className="row-acts plain-list" aria-label={t('deskSupporter.membership.actions')}>
      {cancelAt ? (
        <li>
          <a href={at('continuation')}>{t('deskSupporter.membership.continue')}</a>
        </li>
      ) : (
        <>
          <li>
            <a href={at('change')}>{t('staffChange.act')}</a>
          </li>
          <li>
            {status === 'paused' ? (
              <a href={at('resumption')}>{t('deskSupporter.membership.resume')}</a>
            ) : (
              <a href={at('pause')}>{t('deskSupporter.membership.pause')}</a>
            )}
          </li>
          <li>
            <a href={at('cancellation')}>{t('deskSupporter.membership.end')}</a>
          </li>
        </>
      )}
    </ul>
  );
}

function NextOrEnd({ membership }: { membership: ProfileMembership }) {
  const { t } = useLocale();
  const { day } = useDates();
  const { endedAt, cancelAt, currentPeriodEnd, endedBecause, cancelReason } = membership;
  if (endedAt) {
    return (
      <>
        {t('admin.endedOn', { day: day(endedAt) })}
        {endedBecause ? (
          <span className="report-table__note">
            {t('admin.endedBecause', { reason: endedBecause })}
            {cancelReason ? `: ${cancelReason}` : null}
          </span>
        ) : null}
      </>
    );
  }
  if (cancelAt) {
    return (
      <>
        {t('admin.endsOn', { day: day(cancelAt) })}
        {cancelReason ? <span className="report-table__note">{cancelReason}</span> : null}
      </>
    );
  }
  return currentPeriodEnd && membership.startedAt
    ? t('admin.chargedOn', { day: day(currentPeriodEnd) })
    : t('admin.none');
}
