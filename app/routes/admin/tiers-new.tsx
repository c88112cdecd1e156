import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { addTier } from '../../domain/memberships/prices/edit-tier.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { TierForm } from '../../ui/admin/tiers/tier-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { newTierForm } from './tier-form.ts';

const errors: Record<'slug_taken' | 'rank_taken', FieldErrors> = {
  slug_taken: { slug: 'tiers.error.slugTaken' },
  rank_taken: { rank: 'tiers.error.rankTaken' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('tiers.form.addTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('tiers.act'));
  const tiers = await listTiers(args.context.services);
  const highest = Math.max(0, ...tiers.map(({ rank }) => rank));
  return { fresh: { rank: String(highest + 1), isActive: 'yes' } };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('tiers.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, newTierForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const added = await addTier(args.context.services, { ...parsed.value, actorId: supporter.id });
  if (!added.ok) return data({ errors: errors[added.reason], typed }, { status: 422 });
  const to = `/admin/tiers/${added.value.tierId}?done=added`;
  return redirect(localPath(localeOf(args.request), to), 303);
}

export default function NewTierPage() {
  const { fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/tiers')}>{t('tiers.back')}</a>
      </p>
      <PageHead title={t('tiers.form.addTitle')} />
      <TierForm typed={answer?.typed ?? fresh} errors={answer?.errors ?? {}} version={null} />
    </>
  );
}
