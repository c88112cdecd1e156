import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listGrants } from '../../domain/grants/list-grants.server.ts';
import { listNotes } from '../../domain/notes/list-notes.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readSupporterProfile } from '../../domain/reports/read-supporter-profile.server.ts';
import { readTimeline } from '../../domain/reports/timeline/read-timeline.server.ts';
import { readPublicFacts } from '../../domain/wall/public-choices.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Sums } from '../../ui/admin/figures.tsx';
import { IdentityNotice } from '../../ui/admin/merge/identity-notice.tsx';
import { SupporterGrants } from '../../ui/admin/grants/supporter-grants.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { PaymentTable } from '../../ui/admin/payment-table.tsx';
import { usePersonName } from '../../ui/admin/person-link.tsx';
import { ActsMenu } from '../../ui/admin/supporter/acts-menu.tsx';
import { Notes } from '../../ui/admin/supporter/notes.tsx';
import { Warnings } from '../../ui/admin/supporter/warnings.tsx';
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

/** The others have pages of their own. */
const notesShown = 3;
const eventsShown = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('supporters.view'));
  const supporterId = args.params['id'] ?? '';
  const { services } = args.context;
  const profile = await readSupporterProfile(services, { supporterId });
  if (!profile) throw new Response(null, { status: 404 });
  const isWhole = !profile.erasedAt && !profile.mergedIntoId;
  const [notes, timeline, wall, grants] = await Promise.all([
    listNotes(services, { supporterId, before: null, limit: notesShown + 1 }),
    readTimeline(services, {
      ...{ supporterId, email: profile.email, limit: eventsShown },
      question: { sort: null, before: null },
    }),
    readPublicFacts(services, supporterId),
    may(role, 'grants.view') ? listGrants(services, { supporterId, limit: 20 }) : null,
  ]);
  return {
    may: {
      note: isWhole && may(role, 'supporters.note'),
      mail: isWhole && may(role, 'supporters.mail'),
      grant: isWhole && may(role, 'grants.act'),
      identity: isWhole && may(role, 'supporters.identity'),
      erase: isWhole && may(role, 'supporters.erase'),
    },
    mayActOnMemberships: isWhole && may(role, 'memberships.act'),
    done: new URL(args.request.url).searchParams.get('done'),
    ...{ grants, profile, wall, events: timeline.events },
    notes: notes.slice(0, notesShown),
    hasMoreNotes: notes.length > notesShown,
  };
}

export default function SupporterPage() {
  const found = useLoaderData<typeof loader>();
  const { done, events, grants, hasMoreNotes, may, mayActOnMemberships } = found;
  const { notes, profile, wall } = found;
  const { t, href } = useLocale();
  const nameOf = usePersonName();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/supporters')}>{t('admin.supporters')}</a>
      </p>
      <PageHead title={nameOf(profile)} actions={<ActsMenu person={profile} may={may} />}>
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
      <IdentityNotice erasedAt={profile.erasedAt} mergedIntoId={profile.mergedIntoId} done={done} />
      <Warnings supporterId={profile.id} warnings={profile.warnings} />
      <div className="report-stack">
        <div className="report-columns">
          <SupporterMemberships memberships={profile.memberships} mayAct={mayActOnMemberships} />
          <SupporterIdentity profile={profile} wall={wall} />
        </div>
        <Notes supporterId={profile.id} notes={notes} hasMore={hasMoreNotes} mayNote={may.note} />
        {grants ? <SupporterGrants grants={grants} email={profile.email} /> : null}
        <ReportPart id="payments" title={t('admin.paymentsOf')}>
          {profile.payments.length > 0 ? (
            <PaymentTable payments={profile.payments} hasSupporter={false} />
          ) : (
            <Empty title={t('admin.noPayments')} next={t('admin.noPaymentsYetNext')} />
          )}
          {profile.isCut ? (
            <p className="report-part__definition">{t('supporterActs.paymentsCut')}</p>
          ) : null}
        </ReportPart>
        <Timeline supporterId={profile.id} events={events} />
      </div>
    </>
  );
}
