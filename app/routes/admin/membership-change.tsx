import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { GivingProblems } from '../../domain/asks/giving-form.ts';
import { changeByStaff } from '../../domain/memberships/changes/change-by-staff.server.ts';
import {
  type ChangeFailure,
  type PreviewedChange,
  previewChange,
} from '../../domain/memberships/changes/preview-change.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { MembershipChange } from '../../ui/admin/membership/membership-change.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { checkForm, readForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readChangeFields, toRequested } from '../account/change-fields.server.ts';
import { changePage, readChangePage } from '../account/change-page.server.ts';
import { previewView, readShown } from '../account/change-preview.server.ts';
import { privatePage } from './private-page.ts';
import { readActedOn } from './staff-act.server.ts';
import { whyField } from './why-field.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('staffChange.title'),
    isIndexed: false,
  });

export const headers = privatePage;

/** What is wrong with what was chosen; null: nothing. */
type Problem = MessageKey | null;

const amountProblems: Readonly<Record<string, MessageKey>> = {
  amount_too_low: 'staffChange.error.amount_too_low',
  amount_too_high: 'staffChange.error.amount_too_high',
};

function amountProblem({ amount }: GivingProblems): MessageKey {
  return amountProblems[amount ?? ''] ?? 'staffChange.error.amount';
}

const notInForce: MessageKey | null = 'staffChange.error.no_membership';

/** What the address, or the form, asks for; with nothing asked, the membership as it is. */
async function readAsked(args: LoaderFunctionArgs, read: ((name: string) => string | null) | null) {
  const { actorId, membership } = await readActedOn(args);
  const page = await readChangePage(args, membership.supporterId);
  const fields = read && readChangeFields(read);
  const isCurrent = page.membership?.id === membership.id;
  const requested =
    fields && isCurrent && page.currency
      ? toRequested(fields, page.currency, page.tiers, page.rules)
      : null;
  const { form, tiers, tierSlug } = changePage(page, { fields });
  const view = {
    ...{ membership, tiers: tiers.map(({ slug, name }) => ({ slug, name })), tierSlug },
    currency: form.currency,
    frequency: form.frequency === 'yearly' ? ('yearly' as const) : ('monthly' as const),
    ownAmount: form.typed?.ownAmount ?? '',
    coversFee: form.typed?.coversFee ?? false,
    timeZone: page.newsroom.timeZone,
    barrier: isCurrent ? null : notInForce,
  };
  return { actorId, membership, page, fields, requested, view };
}

type Asked = Awaited<ReturnType<typeof readAsked>>;

function shownOf({ page, fields }: Asked, preview: PreviewedChange) {
  return fields && previewView(page, fields, preview);
}

function sayFailure(reason: ChangeFailure): MessageKey {
  return `staffChange.error.${reason}`;
}

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const asked = await readAsked(args, query.has('tier') ? (name) => query.get(name) : null);
  const { membership, requested, view } = asked;
  const none = { problem: null as Problem, amountError: null as Problem, preview: null };
  if (!requested) return { view, ...none };
  if (!requested.ok) return { view, ...none, amountError: amountProblem(requested.problems) };
  const preview = await previewChange(args.context.services, {
    ...{ supporterId: membership.supporterId, requested: requested.value, at: null },
  });
  if (!preview.ok) return { view, ...none, problem: sayFailure(preview.reason) };
  return { view, ...none, preview: shownOf(asked, preview.value) };
}

/** Makes the change whose figures the page showed, and says why. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const raw = await readForm(args.request);
  const asked = await readAsked(args, (name) => raw[name] ?? null);
  const { actorId, membership, requested } = asked;
  const answer = (
    errors: Record<string, MessageKey>,
    status: number,
    preview: ReturnType<typeof shownOf> = null,
  ) => data({ errors, why: raw['why'] ?? '', preview }, { status });
  if (!requested?.ok) return answer({ form: 'staffChange.error.no_membership' }, 409);
  const checked = checkForm(raw, z.object({ why: whyField }));
  if (!checked.ok) return answer({ ...checked.errors }, 422);
  const changed = await changeByStaff(args.context.services, {
    ...{ membershipId: membership.id, actorId, why: checked.value.why },
    ...{ supporterId: membership.supporterId, requested: requested.value },
    shown: readShown(raw),
  });
  if (!changed.ok) {
    if (changed.reason === 'preview_outdated') {
      const preview = shownOf(asked, changed.preview);
      return answer({ form: 'staffChange.error.outdated' }, 409, preview);
    }
    // It is so already: the button was pressed twice.
    if (changed.reason !== 'nothing_changes') {
      return answer(
        { form: sayFailure(changed.reason) },
        changed.reason === 'payments_unavailable' ? 503 : 409,
      );
    }
  } else if (changed.value.kind === 'declined' || changed.value.kind === 'needs_confirmation') {
    return answer({ form: `staffChange.error.${changed.value.kind}` }, 402);
  }
  const to = `/admin/supporters/${membership.supporterId}?done=membership`;
  throw redirect(localPath(localeOf(args.request), to), 303);
}

export default function MembershipChangePage() {
  const fresh = useLoaderData<typeof loader>();
  return <MembershipChange {...fresh} answer={useActionData<typeof action>()} />;
}
