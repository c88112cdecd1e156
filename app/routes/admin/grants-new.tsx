import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { type GiveGrantFailure, giveGrant } from '../../domain/grants/give-grant.server.ts';
import { grantReasonLimit } from '../../domain/grants/grant.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { isEmailAddress, normaliseEmail } from '../../domain/supporters/email-address.ts';
import { dayAfter, dayIn, parseDay, startOfDay } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { GrantForm } from '../../ui/admin/grants/grant-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const dayOrNone = (message: 'grants.error.startsOn' | 'grants.error.endsOn') =>
  z
    .string()
    .default('')
    .refine((text) => text.trim() === '' || parseDay(text) !== null, message)
    .transform(parseDay);
const form = z.object({
  email: z
    .string()
    .default('')
    .transform(normaliseEmail)
    .refine(isEmailAddress, 'grants.error.email'),
  tier: z.string({ error: 'grants.error.tier' }).min(1, 'grants.error.tier'),
  startsOn: dayOrNone('grants.error.startsOn'),
  endsOn: dayOrNone('grants.error.endsOn'),
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(
      z.string().min(1, 'grants.error.reason').max(grantReasonLimit, 'grants.error.reasonTooLong'),
    ),
});

const errors: Record<GiveGrantFailure, FieldErrors> = {
  tier_unknown: { tier: 'grants.error.tier' },
  dates_reversed: { endsOn: 'grants.error.datesReversed' },
  already_over: { endsOn: 'grants.error.alreadyOver' },
  erased: { email: 'grants.error.erased' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('grants.form.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('grants.act'));
  const ctx = args.context.services;
  const [tiers, { timeZone }] = await Promise.all([listTiers(ctx), readNewsroom(ctx)]);
  return {
    tiers: tiers.map(({ slug, name }) => ({ slug, name })),
    today: dayIn(ctx.clock.now(), timeZone),
    email: new URL(args.request.url).searchParams.get('email') ?? '',
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('grants.act'));
  const ctx = args.context.services;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { email, tier, startsOn, endsOn, reason } = parsed.value;
  const { timeZone } = await readNewsroom(ctx);
  const now = ctx.clock.now();
  const isToday = !startsOn || startsOn === dayIn(now, timeZone);
  const given = await giveGrant(ctx, {
    ...{ actorId: supporter.id, email, locale: localeOf(args.request), tierSlug: tier, reason },
    startsAt: isToday ? now : startOfDay(startsOn, timeZone),
    // The last day is included: it is over when the next one begins.
    endsAt: endsOn ? startOfDay(dayAfter(endsOn), timeZone) : null,
  });
  if (!given.ok) return data({ errors: errors[given.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/grants?done=given'), 303);
}

export default function NewGrantPage() {
  const { tiers, today, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/grants')}>{t('grants.back')}</a>
      </p>
      <PageHead title={t('grants.form.title')}>
        <p className="desk-title__line">{t('grants.form.definition')}</p>
      </PageHead>
      <GrantForm
        tiers={tiers}
        typed={answer?.typed ?? { email, startsOn: today }}
        errors={answer?.errors ?? {}}
      />
    </>
  );
}
