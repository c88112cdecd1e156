import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { resumeByStaff } from '../../domain/memberships/pausing/pause-by-staff.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { StaffActForm } from '../../ui/admin/membership/staff-act-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { privatePage } from './private-page.ts';
import { act, readActedOn } from './staff-act.server.ts';
import { whyField } from './why-field.ts';

const form = z.object({ why: whyField });

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('deskSupporter.resume.title'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { membership } = await readActedOn(args);
  return { membership };
}

export function action(args: ActionFunctionArgs) {
  return act(args, form, ({ ctx, membershipId, actorId, value }) =>
    resumeByStaff(ctx, { membershipId, actorId, why: value.why }),
  );
}

export default function ResumeMembershipPage() {
  const { membership } = useLoaderData<typeof loader>();
  return (
    <StaffActForm act="resume" membership={membership} answer={useActionData<typeof action>()} />
  );
}
