import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { listStaff } from '../../domain/supporters/staff/list-staff.server.ts';
import { readConfirmationRule } from '../../domain/supporters/staff/set-confirmation.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ConfirmationState } from '../../ui/admin/staff/confirmation-state.tsx';
import { InvitationTable, RolesTable, StaffTable } from '../../ui/admin/staff/staff-table.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  invited: 'staff.done.invited',
  withdrawn: 'staff.done.withdrawn',
  gone: 'staff.done.gone',
  changed: 'staff.done.changed',
  taken: 'staff.done.taken',
  confirmation: 'twoFactor.done.required',
  confirmationEnded: 'twoFactor.done.ended',
  reset: 'twoFactor.done.reset',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.staff'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role, supporter } = await requireRole(args, rolesWith('staff.view'));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    staff: await listStaff(args.context.services),
    rule: await readConfirmationRule(args.context.services),
    ownId: supporter.id,
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'staff.act'),
  };
}

export default function StaffPage() {
  const { staff, rule, ownId, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('desk.staff')}
        actions={
          mayAct ? <ButtonLink to={href('/admin/staff/new')}>{t('staff.invite')}</ButtonLink> : null
        }
      >
        <p className="desk-title__line">{t('staff.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone={notice === 'staff.done.gone' ? 'plain' : 'good'}>
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        <ReportPart id="members" title={t('staff.members')}>
          <StaffTable members={staff.members} ownId={ownId} mayAct={mayAct} />
        </ReportPart>
        {staff.invitations.length > 0 ? (
          <ReportPart id="invitations" title={t('staff.invitations')}>
            <InvitationTable invitations={staff.invitations} mayAct={mayAct} />
          </ReportPart>
        ) : null}
        <ReportPart id="confirmation" title={t('twoFactor.rule.title')}>
          <ConfirmationState rule={rule} mayAct={mayAct} />
        </ReportPart>
        <ReportPart id="roles" title={t('staff.roles')}>
          <RolesTable />
        </ReportPart>
      </div>
    </>
  );
}
