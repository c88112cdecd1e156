import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { supporterQuery } from '../../domain/reports/supporter-filter.ts';
import { readSegment } from '../../domain/segments/read-segment.server.ts';
import { renameSegment } from '../../domain/segments/rename-segment.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { SegmentForm } from '../../ui/admin/segments/segment-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { segmentForm } from './segment-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('segments.edit'), isIndexed: false });
};

export const headers = privatePage;

async function findOrNone({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const segment = id.success ? await readSegment(context.services, id.data) : null;
  if (!segment) throw new Response(null, { status: 404 });
  return segment;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('views.save'));
  const { id, name, filter } = await findOrNone(args);
  return { id, name, query: supporterQuery(filter) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('views.save'));
  const segment = await findOrNone(args);
  const parsed = await parseForm(args.request, segmentForm);
  if (!parsed.ok) {
    return data({ errors: parsed.errors, name: parsed.typed['name'] ?? '' }, { status: 422 });
  }
  const { name } = parsed.value;
  const renamed = await renameSegment(args.context.services, {
    ...{ segmentId: segment.id, name, actorId: supporter.id },
  });
  if (!renamed.ok) {
    if (renamed.reason === 'gone') throw new Response(null, { status: 404 });
    const errors: FieldErrors = { name: 'segments.error.taken' };
    return data({ errors, name }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/segments?done=renamed'), 303);
}

export default function SegmentPage() {
  const { id, name, query } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={name}
        actions={<a href={href(`/admin/supporters${query}`)}>{t('segments.showPeople')}</a>}
      />
      <SegmentForm
        name={answer?.name ?? name}
        back={href('/admin/segments')}
        errors={answer?.errors ?? {}}
      />
      <form className="more" method="post" action={href(`/admin/segments/${id}/removal`)}>
        <button className="button button--text" type="submit">
          {t('segments.delete')}
        </button>{' '}
        {t('segments.deleteNote')}
      </form>
    </>
  );
}
