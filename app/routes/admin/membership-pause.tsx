import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { isPauseMonths } from '../../domain/memberships/pausing/pause.ts';
import { pauseByStaff } from '../../domain/memberships/pausing/pause-by-staff.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { StaffActForm } from '../../ui/admin/membership/staff-act-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { privatePage } from './private-page.ts';
import { act, readActedOn } from './staff-act.server.ts';
import { whyField } from './why-field.ts';

const form = z.object({
  months: z.coerce.number().refine(isPauseMonths, 'deskSupporter.act.error.months'),
  why: whyField,
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('deskSupporter.pause.title'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { membership } = await readActedOn(args);
  return { membership };
}

export function action(args: ActionFunctionArgs) {
  return act(args, form, ({ ctx, membershipId, actorId, value }) =>
    pauseByStaff(ctx, { membershipId, actorId, ...value }),
  );
}

export default function PauseMembershipPage() {
  const { membership } = useLoaderData<typeof loader>();
  return (
    <StaffActForm act="pause" membership={membership} answer={useActionData<typeof action>()} />
  );
}
