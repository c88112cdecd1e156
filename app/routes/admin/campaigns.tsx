import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCampaigns } from '../../domain/campaigns/list-campaigns.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { campaignSourcesPath } from '../../ui/admin/campaigns/campaign-paths.ts';
import { CampaignTable } from '../../ui/admin/campaigns/campaign-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  added: 'campaigns.done.added',
  changed: 'campaigns.done.changed',
  ended: 'campaigns.done.ended',
  over: 'campaigns.done.over',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.campaigns'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('campaigns.view'));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    campaigns: await listCampaigns(args.context.services),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'campaigns.act'),
  };
}

export default function CampaignsPage() {
  const { campaigns, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('desk.campaigns')}
        actions={
          <>
            {campaigns.length > 0 ? (
              <a href={href(campaignSourcesPath())}>{t('campaigns.income')}</a>
            ) : null}
            {mayAct ? (
              <ButtonLink to={href('/admin/campaigns/new')}>{t('campaigns.new')}</ButtonLink>
            ) : null}
          </>
        }
      >
        <p className="desk-title__line">{t('campaigns.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      {campaigns.length > 0 ? (
        <CampaignTable campaigns={campaigns} mayAct={mayAct} />
      ) : (
        <Empty title={t('campaigns.none')} next={t('campaigns.noneNext')} />
      )}
    </>
  );
}
