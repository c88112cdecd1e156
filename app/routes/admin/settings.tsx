import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { readSystemState } from '../../domain/reports/read-system-state.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { NewsroomFacts } from '../../ui/admin/newsroom-facts.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SystemList } from '../../ui/admin/system-list.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('admin.settings'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('settings.view'));
  const { services } = args.context;
  const [newsroom, state] = await Promise.all([readNewsroom(services), readSystemState(services)]);
  return {
    newsroom,
    state,
    isSandbox: services.env.sandbox.standIns.includes('stripe'),
    isSaved: new URL(args.request.url).searchParams.get('done') === 'saved',
    mayAct: may(role, 'settings.act'),
  };
}

export default function SettingsPage() {
  const { newsroom, state, isSandbox, isSaved, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('admin.settings')}
        actions={
          mayAct ? (
            <ButtonLink to={href('/admin/settings/edit')}>{t('settings.edit')}</ButtonLink>
          ) : null
        }
      />
      {isSaved ? (
        <Notice tone="good">
          <p>{t('settings.done')}</p>
        </Notice>
      ) : null}
      <div className="report-columns">
        <NewsroomFacts newsroom={newsroom} />
        <SystemList state={state} isSandbox={isSandbox} />
      </div>
    </>
  );
}
