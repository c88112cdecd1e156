import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addCampaign } from '../../domain/campaigns/write-campaign.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { dayIn } from '../../kernel/dates.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CampaignForm } from '../../ui/admin/campaigns/campaign-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { campaignTerms, newCampaignForm, parseGoal } from './campaign-form.ts';
import { privatePage } from './private-page.ts';

const errors: Record<'slug_taken' | 'dates_reversed', FieldErrors> = {
  slug_taken: { slug: 'campaigns.error.slugTaken' },
  dates_reversed: { endsOn: 'campaigns.error.datesReversed' },
};

const currencyGone: FieldErrors = { currency: 'campaigns.error.currency' };

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('campaigns.new'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('campaigns.act'));
  const ctx = args.context.services;
  const { timeZone, defaultCurrency, currencies } = await readNewsroom(ctx);
  return {
    typed: { startsOn: dayIn(ctx.clock.now(), timeZone), currency: defaultCurrency },
    currencies,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('campaigns.act'));
  const ctx = args.context.services;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, newCampaignForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { slug, currency } = parsed.value;
  const { timeZone, currencies } = await readNewsroom(ctx);
  if (!currencies.includes(currency)) {
    return data({ errors: currencyGone, typed }, { status: 422 });
  }
  const goal = parseGoal(parsed.value.goal, currency);
  if (!goal.ok) return data({ errors: goal.errors, typed }, { status: 422 });
  const added = await addCampaign(ctx, {
    ...campaignTerms(parsed.value, goal.goal, timeZone),
    ...{ actorId: supporter.id, slug },
  });
  if (!added.ok) return data({ errors: errors[added.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/campaigns?done=added'), 303);
}

export default function NewCampaignPage() {
  const { typed, currencies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('campaigns.new')}>
        <p className="desk-title__line">{t('campaigns.form.definition')}</p>
      </PageHead>
      <CampaignForm
        fixed={null}
        currencies={currencies}
        typed={answer?.typed ?? typed}
        errors={answer?.errors ?? {}}
        submit={t('campaigns.form.submitNew')}
      />
    </>
  );
}
