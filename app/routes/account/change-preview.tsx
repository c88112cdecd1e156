import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeMembership } from '../../domain/memberships/changes/change-membership.server.ts';
import {
  type ChangeFailure,
  previewChange,
} from '../../domain/memberships/changes/preview-change.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PreviewRoom, type PreviewRoomView } from '../../ui/account/change/preview-room.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import type { RequestArgs } from '../../web/context.ts';
import { readForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import {
  type ChangeFields,
  isTermsProblem,
  readChangeFields,
  toQuery,
  toRequested,
} from './change-fields.server.ts';
import { readChangePage } from './change-page.server.ts';
import { previewView, readShown } from './change-preview.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('membershipPreview.title'),
    isIndexed: false,
  });

/** Stripe's figures for the change that the address names. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const { supporter, page, fields, requested } = await readAsked(args, (name) => query.get(name));
  const input = { supporterId: supporter.id, requested, at: null };
  const preview = await previewChange(args.context.services, input);
  if (!preview.ok) return answerFailure(args, { page, fields, reason: preview.reason });
  const { newsroom } = page;
  return data<PreviewRoomView>({ newsroom, preview: previewView(page, fields, preview.value) });
}

/** Confirms what the page showed: only if it is still so, is it done. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const raw = await readForm(args.request);
  const asked = await readAsked(args, (name) => raw[name] ?? null);
  const { supporter, page, fields, requested } = asked;
  const changed = await changeMembership(args.context.services, {
    ...{ supporterId: supporter.id, requested },
    shown: readShown(raw),
  });
  const { newsroom } = page;
  if (!changed.ok) {
    if (changed.reason === 'preview_outdated') {
      const preview = previewView(page, fields, changed.preview);
      return data<PreviewRoomView>({ newsroom, preview, isOutdated: true }, { status: 409 });
    }
    // It is so already: the button was pressed twice.
    if (changed.reason === 'nothing_changes') throw toMembership(args, 'now');
    return answerFailure(args, { page, fields, reason: changed.reason });
  }
  switch (changed.value.kind) {
    case 'changed':
      throw toMembership(args, 'now');
    case 'scheduled':
      throw toMembership(args, 'later');
    case 'declined':
    case 'needs_confirmation': {
      const { kind, payUrl, amount } = changed.value;
      const droppedAt = page.membership?.next?.at.toISOString() ?? null;
      return data<PreviewRoomView>(
        { newsroom, unpaid: { kind, payUrl, amount, droppedAt } },
        { status: 402 },
      );
    }
  }
}

export default function ChangePreview() {
  const fresh = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <PreviewRoom view={answered ?? fresh} />;
}

/** @throws a redirect to the form, when what is asked for can't be read */
async function readAsked(args: RequestArgs, read: (name: string) => string | null) {
  const { supporter } = await requireSupporter(args);
  const page = await readChangePage(args, supporter.id);
  const fields = readChangeFields(read);
  const requested = page.currency && toRequested(fields, page.currency, page.tiers, page.rules);
  if (!requested || !requested.ok) throw toForm(args, fields);
  return { supporter, page, fields, requested: requested.value };
}

function answerFailure(
  args: RequestArgs,
  input: {
    page: Awaited<ReturnType<typeof readChangePage>>;
    fields: ChangeFields;
    reason: ChangeFailure;
  },
) {
  const { page, fields, reason } = input;
  if (isTermsProblem(reason)) throw toForm(args, fields);
  const status =
    reason === 'payments_unavailable' ? 503 : reason === 'payments_refused' ? 502 : 409;
  return data<PreviewRoomView>({ newsroom: page.newsroom, barrier: reason }, { status });
}

function toForm({ request }: RequestArgs, fields: ChangeFields): Response {
  const form = localPath(localeOf(request), '/account/membership/change');
  return redirect(`${form}?${toQuery(fields)}`, 303);
}

function toMembership({ request }: RequestArgs, outcome: 'now' | 'later'): Response {
  const membership = localPath(localeOf(request), '/account/membership');
  return redirect(`${membership}?changed=${outcome}`, 303);
}
