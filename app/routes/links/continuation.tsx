import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { continueMembership } from '../../domain/memberships/ending/continue-membership.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ContinuationLink } from '../../ui/links/continuation-link.tsx';
import { DeadLinkPage } from '../../ui/links/link-page.tsx';
import { limitEnding } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { endingStatuses } from '../account/ending-view.server.ts';
import { readLinkedMembership } from './linked-membership.server.ts';
import { linkHeaders, readLink, statusOf } from './mail-link.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('ending.continue.title'),
    isIndexed: false,
  });

export const headers = linkHeaders;

/** Only looks: mail scanners open links. */
export async function loader(args: LoaderFunctionArgs) {
  const link = readLink(args, 'continuation');
  if (!link.isLive) return data({ dead: link.state }, { status: statusOf(link.state) });
  const linked = await readLinkedMembership(args.context.services, link.membershipId);
  return linked
    ? data({ dead: null, linked })
    : data({ dead: 'unknown' as const }, { status: 404 });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const link = readLink(args, 'continuation');
  // The page says what is wrong with the link: its loader runs next.
  if (!link.isLive) return data(null, { status: statusOf(link.state) });
  const { membershipId } = link;
  const limit = await limitEnding(args, membershipId);
  if (!limit.ok) {
    const { retryAfterSeconds: seconds } = limit;
    return data({ problem: { kind: 'too_many' as const, seconds } }, { status: 429 });
  }
  const continued = await continueMembership(args.context.services, { whose: { membershipId } });
  const isDone =
    continued.ok || continued.reason === 'not_scheduled' || continued.reason === 'no_membership';
  // The page, opened anew, says what is true now; a second click finds it done.
  if (isDone) return redirect(new URL(args.request.url).pathname, 303);
  return data(
    { problem: { kind: continued.reason } },
    { status: endingStatuses[continued.reason] },
  );
}

export default function ContinuationByLink() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (view.dead !== null) return <DeadLinkPage state={view.dead} to="/account/membership" />;
  return <ContinuationLink linked={view.linked} problem={answer?.problem ?? null} />;
}
