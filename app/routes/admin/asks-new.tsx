import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addAsk } from '../../domain/asks/write-ask.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AskForm } from '../../ui/admin/asks/ask-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { askForm, askWords } from './ask-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('asks.new'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('asks.act'));
  return { knowsCountry: args.context.services.env.countryHeader !== null };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const ctx = args.context.services;
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, askForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { timeZone } = await readNewsroom(ctx);
  await addAsk(ctx, { ...askWords(parsed.value, timeZone), actorId: supporter.id });
  return redirect(localPath(localeOf(args.request), '/admin/asks?done=added'), 303);
}

export default function NewAskPage() {
  const { knowsCountry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('asks.new')}>
        <p className="desk-title__line">{t('asks.form.definition')}</p>
      </PageHead>
      <AskForm
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? {}}
        knowsCountry={knowsCountry}
        submit={t('asks.form.submitNew')}
      />
    </>
  );
}
