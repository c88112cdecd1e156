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
import { changeView } from '../../domain/views/change-view.server.ts';
import { readView } from '../../domain/views/read-views.server.ts';
import { viewPath } from '../../domain/views/view-room.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ViewForm } from '../../ui/admin/views/view-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm } from '../../web/forms.server.ts';
import { type StaffViewer, requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { viewReader } from './page-views.server.ts';
import { privatePage } from './private-page.ts';
import { viewForm } from './view-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('views.edit'), isIndexed: false });
};

export const headers = privatePage;

async function findOrNone({ params, context }: LoaderFunctionArgs, viewer: StaffViewer) {
  const id = z.uuid().safeParse(params['id']);
  const view = id.success ? await readView(context.services, id.data, viewReader(viewer)) : null;
  if (!view?.isTheirs) throw new Response(null, { status: 404 });
  return view;
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireRole(args, rolesWith('views.save'));
  const { id, name, room, query, isShared, isOwn } = await findOrNone(args, viewer);
  return { id, name, isShared, isOwn, path: viewPath(room, query) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const viewer = await requireRole(args, rolesWith('views.save'));
  const view = await findOrNone(args, viewer);
  const parsed = await parseForm(args.request, viewForm);
  if (!parsed.ok) {
    const typed = {
      name: parsed.typed['name'] ?? '',
      isShared: parsed.typed['for'] === 'everyone',
    };
    return data({ errors: parsed.errors, typed }, { status: 422 });
  }
  const typed = { name: parsed.value.name, isShared: parsed.value.for === 'everyone' };
  const changed = await changeView(args.context.services, {
    ...{ viewId: view.id, ...typed, actor: viewReader(viewer) },
  });
  if (!changed.ok) {
    if (changed.reason === 'gone') throw new Response(null, { status: 404 });
    const errors: FieldErrors = {
      name: changed.reason === 'name_taken' ? 'views.error.taken' : 'views.error.tooMany',
    };
    return data({ errors, typed }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/views?done=changed'), 303);
}

export default function ViewPage() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={view.name} actions={<a href={href(view.path)}>{t('views.show')}</a>}>
        {view.isOwn ? null : <p className="desk-title__line">{t('views.notMade')}</p>}
      </PageHead>
      <ViewForm
        typed={answer?.typed ?? view}
        maySay={view.isOwn}
        back={href('/admin/views')}
        errors={answer?.errors ?? {}}
      />
      <form className="more" method="post" action={href(`/admin/views/${view.id}/removal`)}>
        <button className="button button--text" type="submit">
          {t('views.delete')}
        </button>{' '}
        {t(view.isShared ? 'views.deleteSharedNote' : 'views.deleteNote')}
      </form>
    </>
  );
}
