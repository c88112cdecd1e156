import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  readResumption,
  resumeMembership,
} from '../../domain/memberships/pausing/resume-membership.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ResumeRoom } from '../../ui/account/pause/resume-room.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('membershipResume.title'),
    isIndexed: false,
  });

/** What resuming now means: a charge today, or none. */
export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, membership, resumption] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporter.id),
    readResumption(ctx, supporter.id),
  ]);
  if (!resumption.ok || !membership) {
    throw redirect(localPath(localeOf(args.request), '/account/membership'));
  }
  const { chargedNow, nextChargeAt } = resumption.value;
  return {
    newsroom: { timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    interval: membership.interval,
    // What a discount leaves of it is what is charged.
    chargedNow: chargedNow && (membership.nextCharge?.amount ?? chargedNow),
    nextChargeAt: nextChargeAt?.toISOString() ?? null,
  };
}

/** Ends the pause now. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const resumed = await resumeMembership(args.context.services, { supporterId: supporter.id });
  if (resumed.ok || resumed.reason === 'not_paused' || resumed.reason === 'no_membership') {
    const outcome = resumed.ok && !resumed.value.isPaid ? 'unpaid' : 'yes';
    return redirect(
      localPath(localeOf(args.request), `/account/membership?resumed=${outcome}`),
      303,
    );
  }
  const status = resumed.reason === 'payments_unavailable' ? 503 : 502;
  return data({ reason: resumed.reason }, { status });
}

export default function PauseResumption() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ResumeRoom view={view} failure={answer?.reason ?? null} />;
}
