import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listGrants } from '../../domain/grants/list-grants.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { GrantTable } from '../../ui/admin/grants/grant-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const grantsShown = 200;

const notices: Readonly<Record<string, MessageKey>> = {
  given: 'grants.given',
  ended: 'grants.ended',
  already_over: 'grants.alreadyOver',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('grants.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('grants.view'));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    grants: await listGrants(args.context.services, { supporterId: null, limit: grantsShown }),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'grants.act'),
  };
}

export default function GrantsPage() {
  const { grants, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('grants.title')}
        actions={
          mayAct ? <ButtonLink to={href('/admin/grants/new')}>{t('grants.new')}</ButtonLink> : null
        }
      >
        <p className="desk-title__line">{t('grants.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      {grants.length > 0 ? (
        <GrantTable grants={grants} mayAct={mayAct} />
      ) : (
        <Empty title={t('grants.none')} next={t('grants.noneNext')} />
      )}
    </>
  );
}
