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
import { endCampaign } from '../../domain/campaigns/write-campaign.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ReasonForm } from '../../ui/admin/reason-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { reasonField } from './staff-form.ts';

const form = z.object({ reason: reasonField });

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('campaigns.endTitle'), isIndexed: false });
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
  const { title } = await campaignOf(args);
  return { title };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('campaigns.act'));
  const { id } = await campaignOf(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const ended = await endCampaign(args.context.services, {
    ...{ actorId: supporter.id, campaignId: id, reason: parsed.value.reason },
  });
  const done = ended.ok ? 'ended' : 'over';
  return redirect(localPath(localeOf(args.request), `/admin/campaigns?done=${done}`), 303);
}

export default function EndCampaignPage() {
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={t('campaigns.endTitle')}>
        <p className="desk-title__line">{t('campaigns.endDefinition', { title: title[locale] })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('staff.form.reason')}
        submit={t('campaigns.endSubmit')}
        back={{ label: t('campaigns.back'), to: href('/admin/campaigns') }}
        maxLength={500}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
