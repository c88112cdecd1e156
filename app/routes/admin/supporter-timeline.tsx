import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readTimeline } from '../../domain/reports/timeline/read-timeline.server.ts';
import { parseTimelineQuestion, timelineQuery } from '../../domain/reports/timeline/timeline.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Pager } from '../../ui/admin/pager.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { TimelineList, TimelineSorts } from '../../ui/admin/timeline.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage, rowsShown } from './private-page.ts';
import { supporterOf } from './supporter-of.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('admin.timeline'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.view'));
  const person = await supporterOf(args);
  const question = parseTimelineQuestion(new URL(args.request.url).searchParams);
  const page = await readTimeline(args.context.services, {
    ...{ supporterId: person.id, email: person.email, question, limit: rowsShown },
  });
  return { person, question, page };
}

export default function SupporterTimelinePage() {
  const { person, question, page } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  const name = person.name ?? person.email;
  const own = href(`/admin/supporters/${person.id}`);
  const at = (before: Date | null) => `${own}/timeline${timelineQuery({ ...question, before })}`;
  return (
    <>
      <p className="kicker">
        <a href={own}>{name}</a>
      </p>
      <PageHead title={t('supporterActs.timelineOf', { name })}>
        <p className="desk-title__line">{t('admin.timelineDefinition')}</p>
      </PageHead>
      <TimelineSorts supporterId={person.id} sort={question.sort} />
      {page.events.length > 0 ? (
        <TimelineList events={page.events} />
      ) : (
        <Empty
          title={t(
            question.before ? 'supporterActs.nothingEarlier' : 'supporterActs.nothingOfKind',
          )}
        />
      )}
      <Pager newest={question.before ? at(null) : null} older={page.next ? at(page.next) : null} />
    </>
  );
}
