import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import {
  type ErasureFailure,
  eraseSupporter,
} from '../../domain/privacy/erase-supporter.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { normaliseEmail } from '../../domain/supporters/email-address.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ErasureForm } from '../../ui/admin/supporter/erasure-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { supporterOf } from './supporter-of.server.ts';
import { whyField } from './why-field.ts';

const form = z.object({
  email: z.string().default('').transform(normaliseEmail),
  ends: z.literal('yes').optional().catch(undefined),
  reason: whyField,
});

const statuses: Record<Exclude<ErasureFailure, 'gone'>, number> = {
  payments_unavailable: 503,
  payments_refused: 502,
  is_staff: 409,
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('staffErasure.act'),
    isIndexed: false,
  });

export const headers = privatePage;

async function readAsked(args: LoaderFunctionArgs) {
  const person = await supporterOf(args);
  const membership = await readMembership(args.context.services, person.id);
  return { person, isRunning: membership !== null && membership.endedAt === null };
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.erase'));
  return readAsked(args);
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter: actor } = await requireRole(args, rolesWith('supporters.erase'));
  const { person, isRunning } = await readAsked(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { email, ends, reason } = parsed.value;
  const typed: Record<string, string> = { email, reason, ...(ends ? { ends } : {}) };
  const answer = (errors: Record<string, MessageKey>, status: number) =>
    data({ errors, typed }, { status });
  if (email !== person.email) return answer({ email: 'staffErasure.error.email' }, 422);
  if (isRunning && !ends) return answer({ ends: 'staffErasure.error.ends' }, 422);
  const erased = await eraseSupporter(args.context.services, {
    ...{ supporterId: person.id, locale: person.locale },
    byStaff: { actorId: actor.id, reason },
  });
  if (erased.ok) {
    return redirect(localPath(localeOf(args.request), `/admin/supporters/${person.id}`), 303);
  }
  if (erased.reason === 'gone') throw new Response(null, { status: 404 });
  return answer({ email: `staffErasure.error.${erased.reason}` }, statuses[erased.reason]);
}

export default function SupporterErasurePage() {
  const { person, isRunning } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const own = href(`/admin/supporters/${person.id}`);
  const name = person.name ?? person.email;
  return (
    <>
      <p className="kicker">
        <a href={own}>{name}</a>
      </p>
      <PageHead title={t('staffErasure.title', { name })}>
        <p className="desk-title__line">{t('staffErasure.lead')}</p>
        <p className="desk-title__line">{t('staffErasure.stays')}</p>
      </PageHead>
      <ErasureForm
        email={person.email}
        back={own}
        isRunning={isRunning}
        typed={answer?.typed}
        errors={answer?.errors}
      />
    </>
  );
}
