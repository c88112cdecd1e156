import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readSystemState } from '../../domain/reports/read-system-state.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { NewsroomFacts } from '../../ui/admin/newsroom-facts.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SystemList } from '../../ui/admin/system-list.tsx';
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
  await requireRole(args, rolesWith('settings.view'));
  const { services } = args.context;
  const [newsroom, state] = await Promise.all([readNewsroom(services), readSystemState(services)]);
  return { newsroom, state, isSandbox: services.env.sandbox.standIns.includes('stripe') };
}

export default function SettingsPage() {
  const { newsroom, state, isSandbox } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('admin.settings')} />
      <div className="report-columns">
        <NewsroomFacts newsroom={newsroom} />
        <SystemList state={state} isSandbox={isSandbox} />
      </div>
    </>
  );
}
