import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeTierPrices } from '../../domain/memberships/prices/change-tier-prices.server.ts';
import { previewPriceChange } from '../../domain/memberships/prices/preview-price-change.server.ts';
import { raisedMinimums } from '../../domain/memberships/prices/price-change.ts';
import { tierVersion } from '../../domain/memberships/prices/read-tier-to-edit.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { StaleNotice } from '../../ui/admin/settings/desk-form-parts.tsx';
import { PriceForm } from '../../ui/admin/tiers/price-form.tsx';
import { PricePreview } from '../../ui/admin/tiers/price-preview.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, noFieldErrors, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reason } from './tier-form.ts';
import { tierOf } from './tier-of.server.ts';
import { readPricesForm, typedPrices } from './tier-prices-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const locale = localeOfPath(args.location.pathname);
  const tier = args.data?.name[locale] ?? '';
  return pageMeta(args, {
    title: translatorFor(locale)('tiers.prices.title', { tier }),
    isIndexed: false,
  });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('tiers.act'));
  const ctx = args.context.services;
  const tier = await tierOf(args);
  const query = Object.fromEntries(new URL(args.request.url).searchParams);
  const isAsked = query['patrons'] !== undefined;
  const form = isAsked ? readPricesForm(query, (await readNewsroom(ctx)).amounts) : null;
  const isPreview = form !== null && Object.keys(form.errors).length === 0;
  return {
    id: tier.id,
    name: tier.name,
    typed: isAsked ? query : typedPrices(tier),
    errors: form?.errors ?? noFieldErrors,
    preview: isPreview
      ? {
          noticeDays: form.noticeDays,
          hidden: { ...query, version: tierVersion(tier) },
          effects: await previewPriceChange(
            ctx,
            tier.id,
            raisedMinimums(tier.minimums, form.minimums),
          ),
        }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('tiers.act'));
  const ctx = args.context.services;
  const { id: tierId } = await tierOf(args);
  const typed = await readForm(args.request);
  const form = readPricesForm(typed, (await readNewsroom(ctx)).amounts);
  const why = reason.safeParse(typed['reason']);
  const errors: FieldErrors = {
    ...form.errors,
    ...(why.success ? {} : { reason: 'deskForm.error.reason' as const }),
  };
  if (!why.success || Object.keys(form.errors).length > 0)
    return data({ errors, typed, isStale: false }, { status: 422 });
  const changed = await changeTierPrices(ctx, {
    ...{ actorId: supporter.id, tierId, expected: typed['version'] ?? '' },
    ...{ minimums: form.minimums, noticeDays: form.noticeDays, reason: why.data },
  });
  if (!changed.ok) {
    if (changed.reason === 'unknown') throw new Response(null, { status: 404 });
    return data({ errors: noFieldErrors, typed, isStale: true }, { status: 409 });
  }
  const done = changed.value.migrationId ? 'moving' : 'prices';
  return redirect(localPath(localeOf(args.request), `/admin/tiers/${tierId}?done=${done}`), 303);
}

export default function TierPricesPage() {
  const { id, name, typed, errors, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  const tier = name[locale];
  const back = href(`/admin/tiers/${id}`);
  return (
    <>
      <p className="kicker">
        <a href={back}>{t('tiers.backToTier')}</a>
      </p>
      <PageHead title={t('tiers.prices.title', { tier })}>
        <p className="desk-title__line">{t('tiers.prices.lead')}</p>
      </PageHead>
      {answer?.isStale ? <StaleNotice to={back} /> : null}
      {preview ? (
        <PricePreview
          {...preview}
          typed={answer?.typed ?? {}}
          errors={answer?.errors ?? noErrors}
        />
      ) : null}
      <PriceForm typed={typed} errors={preview ? noErrors : (answer?.errors ?? errors)} />
    </>
  );
}

const noErrors = {};
