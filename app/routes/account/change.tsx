import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkChange } from '../../domain/memberships/changes/preview-change.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ChangeRoom } from '../../ui/account/change/change-room.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { readForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import {
  isTermsProblem,
  problemsOf,
  readChangeFields,
  toQuery,
  toRequested,
} from './change-fields.server.ts';
import { changePage, readChangePage } from './change-page.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('membershipChange.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const page = await readChangePage(args, supporter.id);
  const query = new URL(args.request.url).searchParams;
  return changePage(page, {
    fields: query.has('tier') ? readChangeFields((name) => query.get(name)) : null,
  });
}

/** Nothing is changed yet: a choice that can be made leads to its preview. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const raw = await readForm(args.request);
  const fields = readChangeFields((name) => raw[name] ?? null);
  const page = await readChangePage(args, supporter.id);
  if (!page.currency) return data(changePage(page, { fields }), { status: 409 });
  const requested = toRequested(fields, page.currency, page.tiers, page.rules);
  if (!requested.ok) {
    return data(changePage(page, { fields, problems: requested.problems }), { status: 422 });
  }
  const checked = await checkChange(args.context.services, {
    supporterId: supporter.id,
    requested: requested.value,
  });
  if (!checked.ok) {
    return isTermsProblem(checked.reason)
      ? data(changePage(page, { fields, ...problemsOf(checked.reason) }), { status: 422 })
      : data(changePage(page, { fields, barrier: checked.reason }), {
          status: checked.reason === 'payments_unavailable' ? 503 : 409,
        });
  }
  const preview = localPath(localeOf(args.request), '/account/membership/change/preview');
  return redirect(`${preview}?${toQuery(fields)}`, 303);
}

export default function Change() {
  const fresh = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <ChangeRoom view={answered ?? fresh} />;
}
