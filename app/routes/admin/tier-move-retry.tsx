import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { retryPriceMigration } from '../../domain/memberships/prices/call-off-price-migration.server.ts';
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
import { reason } from './tier-form.ts';
import { moveOf } from './tier-of.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('tiers.retryTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('tiers.act'));
  const { id, counts } = await moveOf(args);
  return { id, count: counts.failed };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('tiers.act'));
  const { id: migrationId } = await moveOf(args);
  const parsed = await parseForm(args.request, z.object({ reason }));
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed }, { status: 422 });
  const done = await retryPriceMigration(args.context.services, {
    ...{ actorId: supporter.id, migrationId },
    ...parsed.value,
  });
  const query = done.ok ? 'retried' : 'nothing';
  const to = `/admin/tiers/moves/${migrationId}?done=${query}`;
  return redirect(localPath(localeOf(args.request), to), 303);
}

export default function RetryMovePage() {
  const { id, count } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('tiers.retryTitle')}>
        <p className="desk-title__line">{t('tiers.retryLine', { count })}</p>
      </PageHead>
      <ReasonForm
        hidden={{}}
        label={t('deskForm.reason')}
        submit={t('tiers.retry')}
        back={{ label: t('tiers.back'), to: href(`/admin/tiers/moves/${id}`) }}
        maxLength={500}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
