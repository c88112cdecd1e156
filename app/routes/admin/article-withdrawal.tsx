import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { withdrawArticle } from '../../domain/articles/writing/publish-article.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Withdrawal } from '../../ui/admin/writing/withdrawal.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage } from './private-page.ts';
import { reasonForm } from './withdrawal-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.withdrawal'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  return { article: await articleOf(args) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const { articleId } = await articleOf(args);
  const parsed = await parseForm(args.request, reasonForm);
  if (!parsed.ok) {
    return data({ errors: parsed.errors, typed: parsed.typed['reason'] ?? '' }, { status: 422 });
  }
  await withdrawArticle(args.context.services, {
    ...{ actorId: supporter.id, articleId, reason: parsed.value.reason },
  });
  const page = `/admin/articles/${articleId}?done=withdrawn`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function WithdrawalPage() {
  const { article } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <Withdrawal article={article} typed={answer?.typed ?? ''} errors={answer?.errors ?? {}} />;
}
