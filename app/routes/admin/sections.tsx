import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listSectionsWithUses } from '../../domain/articles/sections/list-section-uses.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SectionTable } from '../../ui/admin/sections/section-table.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

const notices: Readonly<Record<string, MessageKey>> = {
  added: 'sections.done.added',
  changed: 'sections.done.changed',
  moved: 'sections.done.moved',
  removed: 'sections.done.removed',
  gone: 'sections.done.gone',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.sections'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('articles.view'));
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    sections: await listSectionsWithUses(args.context.services),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
    mayAct: may(role, 'articles.act'),
  };
}

export default function SectionsPage() {
  const { sections, notice, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={t('desk.sections')}
        actions={
          mayAct ? (
            <ButtonLink to={href('/admin/sections/new')}>{t('sections.new')}</ButtonLink>
          ) : null
        }
      >
        <p className="desk-title__line">{t('sections.definition')}</p>
      </PageHead>
      {notice ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      {sections.length > 0 ? (
        <SectionTable sections={sections} mayAct={mayAct} />
      ) : (
        <Empty title={t('sections.none')} next={t('sections.noneNext')} />
      )}
    </>
  );
}
