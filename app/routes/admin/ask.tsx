import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeAsk } from '../../domain/asks/write-ask.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AskForm } from '../../ui/admin/asks/ask-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { askOf } from './ask-of.server.ts';
import { askFields, askForm, askWords } from './ask-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('asks.change'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('asks.act'));
  const ctx = args.context.services;
  const ask = await askOf(args);
  const { timeZone } = await readNewsroom(ctx);
  return {
    ...{ id: ask.id, name: ask.name, fields: askFields(ask, timeZone) },
    knowsCountry: ctx.env.countryHeader !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('asks.act'));
  const ctx = args.context.services;
  const id = z.uuid().safeParse(args.params['id']);
  if (!id.success) throw new Response(null, { status: 404 });
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, askForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const { timeZone } = await readNewsroom(ctx);
  const changed = await changeAsk(ctx, {
    ...askWords(parsed.value, timeZone),
    ...{ actorId: supporter.id, askId: id.data },
  });
  if (!changed.ok && changed.reason === 'under_test') {
    const errors: FieldErrors = { 'heading-en': 'asks.error.underTest' };
    return data({ errors, typed }, { status: 409 });
  }
  if (!changed.ok) throw new Response(null, { status: 404 });
  return redirect(localPath(localeOf(args.request), '/admin/asks?done=changed'), 303);
}

export default function AskPage() {
  const { id, name, fields, knowsCountry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead
        title={name}
        actions={<a href={href(`/admin/asks/${id}/test`)}>{t('askTest.title')}</a>}
      >
        <p className="desk-title__line">{t('asks.form.definition')}</p>
      </PageHead>
      <AskForm
        typed={answer?.typed ?? fields}
        errors={answer?.errors ?? {}}
        knowsCountry={knowsCountry}
        submit={t('asks.form.submit')}
      />
    </>
  );
}
