import type { OpenInvitation, StaffMember } from '../../../domain/supporters/staff/staff.ts';
import { roles } from '../../../domain/supporters/viewer.ts';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';

/** Who works at the desk. */
export function StaffTable({
  members,
  ownId,
  mayAct,
}: {
  members: readonly StaffMember[];
  ownId: string;
  mayAct: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <ReportTable
      label={t('staff.members')}
      head={[
        { label: t('staff.person') },
        { label: t('staff.role') },
        { label: t('staff.since'), isWideOnly: true },
        { label: t('staff.seen'), isWideOnly: true },
        { label: t('staff.passkeys'), isFigure: true },
      ]}
    >
      {members.map((member) => (
        <tr key={member.supporterId}>
          <th scope="row">
            <a href={href(`/admin/supporters/${member.supporterId}`)}>
              {member.name ?? member.email}
            </a>
            {member.name ? <span className="report-table__note">{member.email}</span> : null}
            {member.supporterId === ownId ? (
              <span className="report-table__note">{t('staff.you')}</span>
            ) : null}
          </th>
          <td>
            {t(`staff.role.${member.role}`)}
            {mayAct ? (
              <span className="report-table__note">
                <a href={href(`/admin/staff/${member.supporterId}`)}>
                  {t('staff.change')}
                  <span className="visually-hidden"> {member.email}</span>
                </a>{' '}
                <a href={href(`/admin/staff/${member.supporterId}/removal`)}>
                  {t('staff.remove')}
                  <span className="visually-hidden"> {member.email}</span>
                </a>
              </span>
            ) : null}
          </td>
          <td className="wide-only">
            <At instant={member.grantedAt} form="day" />
          </td>
          <td className="wide-only">
            {member.lastSeenAt ? <At instant={member.lastSeenAt} /> : t('admin.none')}
          </td>
          <td className="figure">
            {member.passkeys}
            {mayAct && member.passkeys > 0 && member.supporterId !== ownId ? (
              <span className="report-table__note">
                <a href={href(`/admin/staff/${member.supporterId}/passkeys`)}>
                  {t('twoFactor.reset.link')}
                  <span className="visually-hidden"> {member.email}</span>
                </a>
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

/** Who was asked and has not come yet. */
export function InvitationTable({
  invitations,
  mayAct,
}: {
  invitations: readonly OpenInvitation[];
  mayAct: boolean;
}) {
  const { t, href } = useLocale();
  return (
    <ReportTable
      label={t('staff.invitations')}
      head={[{ label: t('staff.person') }, { label: t('staff.role') }, { label: t('staff.until') }]}
    >
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <th scope="row">{invitation.email}</th>
          <td>{t(`staff.role.${invitation.role}`)}</td>
          <td>
            {invitation.isExpired ? t('staff.lapsed') : <At instant={invitation.expiresAt} />}
            {mayAct ? (
              <span className="report-table__note">
                <a href={href(`/admin/staff/invitations/${invitation.id}/withdrawal`)}>
                  {t('staff.withdraw')}
                  <span className="visually-hidden"> {invitation.email}</span>
                </a>
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

/** What each role may do, in a sentence. */
export function RolesTable() {
  const { t } = useLocale();
  return (
    <ReportTable
      label={t('staff.roles')}
      head={[{ label: t('staff.role') }, { label: t('staff.may') }]}
    >
      {roles.map((role) => (
        <tr key={role}>
          <th scope="row">{t(`staff.role.${role}`)}</th>
          <td>{t(`staff.roleMeans.${role}`)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}
