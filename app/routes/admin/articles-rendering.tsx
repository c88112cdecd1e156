import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { previewArticle } from '../../domain/articles/writing/preview-article.server.ts';
import {
  readEditedArticle,
  readEditorOptions,
} from '../../domain/articles/writing/read-editor.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Editor } from '../../ui/admin/writing/editor.tsx';
import { WritingPreview } from '../../ui/admin/writing/writing-preview.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { checkForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleFields, articleForm, largestArticleBytes } from './article-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('writing.preview'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  return { options: await readEditorOptions(args.context.services) };
}

/** Shows what was typed as readers would see it; nothing is saved. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  await requireRole(args, rolesWith('articles.act'));
  const typed = await readForm(args.request, largestArticleBytes);
  const of = z.uuid().safeParse(typed['of']);
  const edited = of.success ? await readEditedArticle(args.context.services, of.data) : null;
  const article = edited ? { articleId: edited.articleId, state: edited.state } : null;
  const parsed = checkForm(typed, articleForm);
  if (!parsed.ok) {
    return data({ typed, article, errors: parsed.errors, preview: null }, { status: 422 });
  }
  const preview = await previewArticle(args.context.services, articleFields(parsed.value));
  return data({ typed, article, errors: {}, preview });
}

export default function RenderingPage() {
  const { options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={t('writing.preview')}>
        <p className="desk-title__line">
          <a href={href('/admin/articles')}>{t('writing.back')}</a> ·{' '}
          {t('writing.previewDefinition')}
        </p>
      </PageHead>
      {answer?.preview ? <WritingPreview preview={answer.preview} /> : null}
      <Editor
        article={answer?.article ?? null}
        options={options}
        typed={answer?.typed ?? { language: locale, access: 'free' }}
        errors={answer?.errors ?? {}}
        problems={answer?.preview?.problems ?? []}
      />
    </>
  );
}
