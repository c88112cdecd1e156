import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readSupporterProfile } from '../../domain/reports/read-supporter-profile.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Sums } from '../../ui/admin/figures.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { PaymentTable } from '../../ui/admin/payment-table.tsx';
import { SupporterIdentity } from '../../ui/admin/supporter-identity.tsx';
import { SupporterMemberships } from '../../ui/admin/supporter-memberships.tsx';
import { Timeline } from '../../ui/admin/timeline.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const title = args.data?.profile.name ?? args.data?.profile.email ?? t('admin.supporter');
  return pageMeta(args, { title, isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.view'));
  const supporterId = args.params['id'] ?? '';
  const profile = await readSupporterProfile(args.context.services, { supporterId });
  if (!profile) throw new Response(null, { status: 404 });
  return { profile };
}

export default function SupporterPage() {
  const { profile } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/supporters')}>{t('admin.supporters')}</a>
      </p>
      <PageHead title={profile.name ?? profile.email}>
        <dl className="given">
          <div>
            <dt>{t('admin.given')}</dt>
            <dd>
              <Sums amounts={profile.given.map((sum) => sum.gross)} />
            </dd>
          </div>
          <div>
            <dt>{t('admin.line.fees')}</dt>
            <dd>
              <Sums amounts={profile.given.map((sum) => sum.fee)} />
            </dd>
          </div>
          <div>
            <dt>{t('admin.net')}</dt>
            <dd>
              <Sums amounts={profile.given.map((sum) => sum.net)} />
            </dd>
          </div>
        </dl>
        <p className="desk-title__line">{t('admin.givenDefinition')}</p>
      </PageHead>
      <div className="report-stack">
        <div className="report-columns">
          <SupporterMemberships memberships={profile.memberships} />
          <SupporterIdentity profile={profile} />
        </div>
        <ReportPart id="payments" title={t('admin.paymentsOf')}>
          {profile.payments.length > 0 ? (
            <PaymentTable payments={profile.payments} hasSupporter={false} />
          ) : (
            <Empty title={t('admin.noPayments')} next={t('admin.noPaymentsYetNext')} />
          )}
        </ReportPart>
        <Timeline events={profile.events} isCut={profile.isCut} />
      </div>
    </>
  );
}
