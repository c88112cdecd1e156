import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { countSupporters } from '../../domain/reports/list-supporters.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { readFilterOptions } from '../../domain/reports/read-filter-options.server.ts';
import { parseSupporterFilter, supporterQuery } from '../../domain/reports/supporter-filter.ts';
import { type SaveSegmentFailure, saveSegment } from '../../domain/segments/save-segment.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SegmentForm } from '../../ui/admin/segments/segment-form.tsx';
import { useCount } from '../../ui/admin/segments/use-count.ts';
import { SupporterChips } from '../../ui/admin/supporter-chips.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { segmentForm } from './segment-form.ts';

const errors: Record<SaveSegmentFailure, FieldErrors> = {
  name_taken: { name: 'segments.error.taken' },
  nothing_filtered: { name: 'segments.error.nothingFiltered' },
  too_many: { name: 'segments.error.tooMany' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('segments.save'), isIndexed: false });
};

export const headers = privatePage;

/** The filter stands in the address, as it does on the list that the link came from. */
function filterOf(request: Request) {
  return parseSupporterFilter(new URL(request.url).searchParams);
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('views.save'));
  const ctx = args.context.services;
  const filter = filterOf(args.request);
  const { timeZone } = await readNewsroom(ctx);
  const [count, options] = await Promise.all([
    countSupporters(ctx, { filter, timeZone }),
    readFilterOptions(ctx, filter),
  ]);
  return { filter, count, options };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('views.save'));
  const filter = filterOf(args.request);
  const parsed = await parseForm(args.request, segmentForm);
  if (!parsed.ok) {
    return data({ errors: parsed.errors, name: parsed.typed['name'] ?? '' }, { status: 422 });
  }
  const { name } = parsed.value;
  const saved = await saveSegment(args.context.services, { name, filter, actorId: supporter.id });
  if (!saved.ok) return data({ errors: errors[saved.reason], name }, { status: 422 });
  const list = `/admin/supporters${supporterQuery(filter)}`;
  return redirect(localPath(localeOf(args.request), list), 303);
}

export default function NewSegmentPage() {
  const { filter, count, options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const countOf = useCount();
  return (
    <>
      <PageHead title={t('segments.save')}>
        <p className="desk-title__line">
          {t('segments.saveDefinition', { count: countOf(count) })}
        </p>
      </PageHead>
      <SupporterChips filter={filter} options={options} />
      <SegmentForm
        name={answer?.name ?? ''}
        back={href(`/admin/supporters${supporterQuery(filter)}`)}
        errors={answer?.errors ?? {}}
      />
    </>
  );
}
