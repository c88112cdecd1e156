import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  type EditTierFailure,
  editTier,
} from '../../domain/memberships/prices/edit-tier.server.ts';
import { listPriceMigrations } from '../../domain/memberships/prices/read-price-migrations.server.ts';
import { tierVersion } from '../../domain/memberships/prices/read-tier-to-edit.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { StaleNotice } from '../../ui/admin/settings/desk-form-parts.tsx';
import { MoveTable } from '../../ui/admin/tiers/move-table.tsx';
import { TierForm } from '../../ui/admin/tiers/tier-form.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, noFieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { tierForm, typedTier } from './tier-form.ts';
import { tierOf } from './tier-of.server.ts';

const errors: Record<Exclude<EditTierFailure, 'unknown'>, FieldErrors> = {
  changed_meanwhile: noFieldErrors,
  rank_taken: { rank: 'tiers.error.rankTaken' },
  last_on_offer: { isActive: 'tiers.error.lastOnOffer' },
};

const notices: Readonly<Record<string, MessageKey>> = {
  saved: 'tiers.done.saved',
  added: 'tiers.done.added',
  prices: 'tiers.done.prices',
  moving: 'tiers.done.moving',
};

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.name[localeOfPath(args.location.pathname)] ?? '',
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('tiers.act'));
  const tier = await tierOf(args);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return {
    id: tier.id,
    name: tier.name,
    typed: typedTier(tier),
    version: tierVersion(tier),
    moves: await listPriceMigrations(args.context.services, tier.id),
    notice: Object.hasOwn(notices, done) ? (notices[done] ?? null) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('tiers.act'));
  const { id: tierId } = await tierOf(args);
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, tierForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed, isStale: false }, { status: 422 });
  const { version: expected, ...rest } = parsed.value;
  const saved = await editTier(args.context.services, {
    ...{ actorId: supporter.id, tierId, expected },
    ...rest,
  });
  if (!saved.ok) {
    if (saved.reason === 'unknown') throw new Response(null, { status: 404 });
    const isStale = saved.reason === 'changed_meanwhile';
    return data({ errors: errors[saved.reason], typed, isStale }, { status: isStale ? 409 : 422 });
  }
  return redirect(localPath(localeOf(args.request), `/admin/tiers/${tierId}?done=saved`), 303);
}

export default function TierPage() {
  const { id, name, typed, version, moves, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  const here = href(`/admin/tiers/${id}`);
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/tiers')}>{t('tiers.back')}</a>
      </p>
      <PageHead
        title={name[locale]}
        actions={<ButtonLink to={`${here}/prices`}>{t('tiers.prices')}</ButtonLink>}
      />
      {notice && !answer ? (
        <Notice tone="good">
          <p>{t(notice)}</p>
        </Notice>
      ) : null}
      {answer?.isStale ? <StaleNotice to={here} /> : null}
      <TierForm typed={answer?.typed ?? typed} errors={answer?.errors ?? {}} version={version} />
      <MoveTable moves={moves} />
    </>
  );
}
