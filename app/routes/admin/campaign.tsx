import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readCampaignById } from '../../domain/campaigns/list-campaigns.server.ts';
import { changeCampaign } from '../../domain/campaigns/write-campaign.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { isGivingCurrency } from '../../kernel/currencies.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CampaignForm } from '../../ui/admin/campaigns/campaign-form.tsx';
import {
  campaignPaymentsPath,
  campaignSourcesPath,
} from '../../ui/admin/campaigns/campaign-paths.ts';
import { sum } from '../../ui/admin/figures.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { campaignFields, campaignTerms, changedCampaignForm, parseGoal } from './campaign-form.ts';
import { privatePage } from './private-page.ts';

const errors: Record<'gone' | 'dates_reversed' | 'other_currency', FieldErrors> = {
  gone: { 'title-en': 'campaigns.error.gone' },
  dates_reversed: { endsOn: 'campaigns.error.datesReversed' },
  other_currency: { goal: 'campaigns.error.currency' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('campaigns.change'), isIndexed: false });
};

export const headers = privatePage;

/** @throws Response 404 when the address names no campaign. */
async function campaignOf({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const campaign = id.success ? await readCampaignById(context.services, id.data) : null;
  if (!campaign) throw new Response(null, { status: 404 });
  return campaign;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('campaigns.act'));
  const campaign = await campaignOf(args);
  const { timeZone } = await readNewsroom(args.context.services);
  const { id, slug, title, goal, raised, percent } = campaign;
  const fields = campaignFields(campaign, timeZone);
  return { id, slug, title, raised, percent, currency: goal.currency, fields };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('campaigns.act'));
  const ctx = args.context.services;
  const campaign = await campaignOf(args);
  const { currency } = campaign.goal;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, changedCampaignForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  if (!isGivingCurrency(currency)) throw new Error('A campaign is in a currency that is given in.');
  const goal = parseGoal(parsed.value.goal, currency);
  if (!goal.ok) return data({ errors: goal.errors, typed }, { status: 422 });
  const { timeZone } = await readNewsroom(ctx);
  const changed = await changeCampaign(ctx, {
    ...campaignTerms(parsed.value, goal.goal, timeZone),
    ...{ actorId: supporter.id, campaignId: campaign.id },
  });
  if (!changed.ok) return data({ errors: errors[changed.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/campaigns?done=changed'), 303);
}

export default function CampaignPage() {
  const { id, slug, currency, title, raised, percent, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={title[locale]}>
        <p className="desk-title__line">
          <a href={href(`/campaigns/${slug}`)}>{`/campaigns/${slug}`}</a>
        </p>
        <p className="desk-title__line">
          {t('campaigns.raised')}{' '}
          <a href={href(campaignPaymentsPath(id, currency))}>{sum(raised, locale)}</a>
          {`, ${t('campaigns.percent', { percent })}. `}
          <a href={href(campaignSourcesPath())}>{t('campaigns.income')}</a>
        </p>
      </PageHead>
      <CampaignForm
        fixed={{ slug, currency }}
        typed={answer?.typed ?? fields}
        errors={answer?.errors ?? {}}
        submit={t('campaigns.form.submit')}
      />
    </>
  );
}
