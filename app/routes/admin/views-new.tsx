import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { todayForViews } from '../../domain/views/read-views.server.ts';
import { type SaveViewFailure, saveView } from '../../domain/views/save-view.server.ts';
import { parseViewRoom, viewPath, viewRooms } from '../../domain/views/view-room.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ViewForm } from '../../ui/admin/views/view-form.tsx';
import { roomLabels } from '../../ui/admin/views/view-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm } from '../../web/forms.server.ts';
import { type StaffViewer, requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { viewForm } from './view-form.ts';

const errors: Record<SaveViewFailure, FieldErrors> = {
  name_taken: { name: 'views.error.taken' },
  too_many: { name: 'views.error.tooMany' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('views.save'), isIndexed: false });
};

export const headers = privatePage;

/** What is to be kept stands in the address: a page of the desk, and what that page itself reads of its query. */
async function placeOf({ request, context }: LoaderFunctionArgs, { role }: StaffViewer) {
  const said = new URL(request.url).searchParams;
  const room = parseViewRoom(said.get('room'));
  if (!room || !may(role, viewRooms[room].needs)) throw new Response(null, { status: 404 });
  const at = await todayForViews(context.services);
  return { room, query: viewRooms[room].read(new URLSearchParams(said.get('query') ?? ''), at) };
}

export async function loader(args: LoaderFunctionArgs) {
  const place = await placeOf(args, await requireRole(args, rolesWith('views.save')));
  return { room: place.room, path: viewPath(place.room, place.query) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const viewer = await requireRole(args, rolesWith('views.save'));
  const place = await placeOf(args, viewer);
  const parsed = await parseForm(args.request, viewForm);
  if (!parsed.ok) {
    const typed = {
      name: parsed.typed['name'] ?? '',
      isShared: parsed.typed['for'] === 'everyone',
    };
    return data({ errors: parsed.errors, typed }, { status: 422 });
  }
  const typed = { name: parsed.value.name, isShared: parsed.value.for === 'everyone' };
  const saved = await saveView(args.context.services, {
    ...{ ...place, ...typed, actorId: viewer.supporter.id },
  });
  if (!saved.ok) return data({ errors: errors[saved.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), viewPath(place.room, place.query)), 303);
}

export default function NewViewPage() {
  const { room, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('views.save')}>
        <p className="desk-title__line">
          {t('views.saveDefinition', { room: t(roomLabels[room]) })}
        </p>
      </PageHead>
      <ViewForm
        typed={answer?.typed ?? { name: '', isShared: false }}
        maySay
        back={href(path)}
        errors={answer?.errors ?? {}}
      />
    </>
  );
}
