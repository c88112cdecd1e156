import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  addMonths,
  isPauseMonths,
  pauseBarrierOf,
  pauseDates,
  pauseMonths,
} from '../../domain/memberships/pausing/pause.ts';
import {
  type PauseFailure,
  pauseMembership,
} from '../../domain/memberships/pausing/pause-membership.server.ts';
import { isLive } from '../../domain/memberships/membership.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PauseRoom, type PauseRoomView } from '../../ui/account/pause/pause-room.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import type { RequestArgs } from '../../web/context.ts';
import { type FieldErrors, noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  months: z.coerce.number('membershipPause.choose').refine(isPauseMonths, 'membershipPause.choose'),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('membershipPause.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  return pauseRoom(args, supporter.id);
}

/** Pauses for as long as was chosen. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) {
    return data(await pauseRoom(args, supporter.id, { errors: parsed.errors }), { status: 422 });
  }
  const paused = await pauseMembership(args.context.services, {
    ...{ supporterId: supporter.id, months: parsed.value.months },
  });
  // The button was pressed twice: it is paused.
  if (paused.ok || paused.reason === 'already_paused') {
    return redirect(localPath(localeOf(args.request), '/account/membership?paused=yes'), 303);
  }
  const status = paused.reason === 'payments_unavailable' ? 503 : 409;
  return data(await pauseRoom(args, supporter.id, { barrier: paused.reason }), { status });
}

export default function Pause() {
  const fresh = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return <PauseRoom view={answered ?? fresh} />;
}

async function pauseRoom(
  { context }: RequestArgs,
  supporterId: string,
  more: { readonly errors?: FieldErrors; readonly barrier?: PauseFailure } = {},
): Promise<PauseRoomView> {
  const ctx = context.services;
  const [newsroom, membership] = await Promise.all([
    readNewsroom(ctx),
    readMembership(ctx, supporterId),
  ]);
  const paidUntil = membership?.currentPeriodEnd;
  const isInForce = membership && isLive(membership.status) && !membership.endedAt;
  const barrier = isInForce
    ? pauseBarrierOf({ ...membership, hasNext: membership.next !== null })
    : 'no_membership';
  return {
    newsroom: { timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    barrier: more.barrier ?? barrier,
    /** The day that a barrier speaks of. */
    barrierAt: (membership?.next?.at ?? paidUntil ?? null)?.toISOString() ?? null,
    error: (more.errors ?? noFieldErrors)['months'] ?? null,
    amount: membership?.nextCharge?.amount ?? membership?.amount ?? null,
    beginsAt: paidUntil?.toISOString() ?? null,
    choices: paidUntil
      ? pauseMonths.map((months) => {
          const { nextChargeAt } = pauseDates(paidUntil, months);
          const after = addMonths(nextChargeAt, membership.interval === 'year' ? 12 : 1);
          return { months, next: nextChargeAt.toISOString(), after: after.toISOString() };
        })
      : [],
  };
}
