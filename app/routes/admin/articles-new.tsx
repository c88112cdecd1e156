import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkArticle } from '../../domain/articles/writing/check-article.server.ts';
import { readEditorOptions } from '../../domain/articles/writing/read-editor.server.ts';
import { beginArticle } from '../../domain/articles/writing/write-article.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Editor } from '../../ui/admin/writing/editor.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { checkForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleFields, articleForm, faultErrors, largestArticleBytes } from './article-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.new'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  return { options: await readEditorOptions(args.context.services) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const typed = await readForm(args.request, largestArticleBytes);
  const parsed = checkForm(typed, articleForm);
  if (!parsed.ok) return data({ typed, errors: parsed.errors, problems: [] }, { status: 422 });
  const fields = articleFields(parsed.value);
  const begun = await beginArticle(ctx, { actorId: supporter.id, fields });
  if (begun.ok) {
    const page = `/admin/articles/${begun.value.articleId}?done=begun`;
    return redirect(localPath(localeOf(args.request), page), 303);
  }
  if (begun.reason === 'slug_taken') {
    const errors = { slug: 'writing.error.slugTaken' } as const;
    return data({ typed, errors, problems: [] }, { status: 422 });
  }
  const { faults, problems } = await checkArticle(ctx, fields);
  return data({ typed, errors: faultErrors(faults), problems }, { status: 422 });
}

export default function NewArticlePage() {
  const { options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={t('writing.new')}>
        <p className="desk-title__line">
          <a href={href('/admin/articles')}>{t('writing.back')}</a>
        </p>
      </PageHead>
      <Editor
        article={null}
        options={options}
        typed={answer?.typed ?? { language: locale, access: 'free' }}
        errors={answer?.errors ?? {}}
        problems={answer?.problems ?? []}
      />
    </>
  );
}
