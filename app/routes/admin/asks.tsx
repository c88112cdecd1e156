import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listAsks } from '../../domain/asks/list-asks.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { AskTable } from '../../ui/admin/asks/ask-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty, ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  added: 'asks.done.added',
  changed: 'asks.done.changed',
  moved: 'asks.done.moved',
  retired: 'asks.done.retired',
  returned: 'asks.done.returned',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.asks'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('asks.view'));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    asks: await listAsks(args.context.services),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'asks.act'),
  };
}

export default function AsksPage() {
  const { asks, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const used = asks.filter((ask) => ask.isActive);
  const retired = asks.filter((ask) => !ask.isActive);
  return (
    <>
      <PageHead
        title={t('desk.asks')}
        actions={
          <>
            <a href={href('/admin/asks/trial')}>{t('asks.try')}</a>
            {mayAct ? <ButtonLink to={href('/admin/asks/new')}>{t('asks.new')}</ButtonLink> : null}
          </>
        }
      >
        <p className="desk-title__line">{t('asks.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      <div className="report-stack">
        {used.length > 0 ? (
          <ReportPart id="used" title={t('asks.used')}>
            <AskTable asks={used} mayAct={mayAct} label={t('asks.used')} />
          </ReportPart>
        ) : (
          <Empty title={t('asks.none')} next={t('asks.noneNext')} />
        )}
        {retired.length > 0 ? (
          <ReportPart id="retired" title={t('asks.retired')}>
            <AskTable asks={retired} mayAct={mayAct} label={t('asks.retired')} />
          </ReportPart>
        ) : null}
      </div>
    </>
  );
}
