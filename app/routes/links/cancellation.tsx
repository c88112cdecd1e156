import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endMembership } from '../../domain/memberships/ending/end-membership.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { cancellationReason } from '../../ui/account/cancellation-reason.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { CancellationLink } from '../../ui/links/cancellation-link.tsx';
import { DeadLinkPage } from '../../ui/links/link-page.tsx';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { limitEnding } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { cancellationFields } from '../account/cancellation-fields.ts';
import { endingStatuses } from '../account/ending-view.server.ts';
import { readLinkedMembership } from './linked-membership.server.ts';
import { linkHeaders, readLink, statusOf } from './mail-link.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('ending.cancel.title'),
    isIndexed: false,
  });

export const headers = linkHeaders;

/** Only looks: mail scanners open links. */
export async function loader(args: LoaderFunctionArgs) {
  const link = readLink(args, 'cancellation');
  if (!link.isLive) return data({ dead: link.state }, { status: statusOf(link.state) });
  const linked = await readLinkedMembership(args.context.services, link.membershipId);
  return linked
    ? data({ dead: null, linked })
    : data({ dead: 'unknown' as const }, { status: 404 });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const link = readLink(args, 'cancellation');
  // The page says what is wrong with the link: its loader runs next.
  if (!link.isLive) return data(null, { status: statusOf(link.state) });
  const parsed = await parseForm(args.request, cancellationFields);
  if (!parsed.ok) return data({ ...parsed, problem: null }, { status: 422 });
  const { reason, note } = parsed.value;
  const again = { errors: noFieldErrors, typed: { reason: reason ?? '', note } };
  const limit = await limitEnding(args, link.membershipId);
  if (!limit.ok) {
    const { retryAfterSeconds: seconds } = limit;
    return data({ ...again, problem: { kind: 'too_many' as const, seconds } }, { status: 429 });
  }
  const ended = await endMembership(args.context.services, {
    whose: { membershipId: link.membershipId },
    reason: cancellationReason(reason, note),
  });
  const isDone =
    ended.ok || ended.reason === 'already_scheduled' || ended.reason === 'no_membership';
  // The page, opened anew, says what is true now; a second click finds it done.
  if (isDone) return redirect(new URL(args.request.url).pathname, 303);
  return data(
    { ...again, problem: { kind: ended.reason } },
    { status: endingStatuses[ended.reason] },
  );
}

export default function CancellationByLink() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (view.dead !== null) {
    return <DeadLinkPage state={view.dead} to="/account/membership/cancellation" />;
  }
  return (
    <CancellationLink
      linked={view.linked}
      problem={answer?.problem ?? null}
      typed={answer?.typed}
      errors={answer?.errors}
    />
  );
}
