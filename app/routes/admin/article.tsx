import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { BodyProblem } from '../../domain/articles/body.ts';
import { checkArticle } from '../../domain/articles/writing/check-article.server.ts';
import { differingFields } from '../../domain/articles/writing/differences.ts';
import {
  noteEditor,
  readEditorOptions,
  readWorkingCopy,
} from '../../domain/articles/writing/read-editor.server.ts';
import { listRevisions } from '../../domain/articles/writing/read-revisions.server.ts';
import { wordsOf } from '../../domain/articles/writing/words.ts';
import { writeArticle } from '../../domain/articles/writing/write-article.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Conflict } from '../../ui/admin/writing/conflict.tsx';
import { Editor } from '../../ui/admin/writing/editor.tsx';
import { EditorHead } from '../../ui/admin/writing/editor-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { checkForm, noFieldErrors, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import {
  articleFields,
  articleForm,
  faultErrors,
  largestArticleBytes,
  typedArticle,
} from './article-form.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, {
    title: args.data?.article.fields.headline ?? t('admin.articles'),
    isIndexed: false,
  });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const article = await articleOf(args);
  const whose = { articleId: article.articleId, supporterId: supporter.id };
  const query = new URL(args.request.url).searchParams;
  const [options, others, copy] = await Promise.all([
    readEditorOptions(ctx),
    noteEditor(ctx, whose),
    readWorkingCopy(ctx, whose),
  ]);
  const isContinued = copy !== null && query.get('copy') === '1';
  return {
    ...{ article, options, others },
    copy: copy ? { savedAt: copy.savedAt, isStale: copy.version !== article.version } : null,
    isContinued,
    // A copy that was begun from an older version says so when it is saved: its own version is kept.
    typed: isContinued
      ? { ...copy.fields, version: String(copy.version) }
      : typedArticle(article.fields, article.version),
    done: query.get('done'),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const ctx = args.context.services;
  const article = await articleOf(args);
  const { articleId } = article;
  const typed = await readForm(args.request, largestArticleBytes);
  const parsed = checkForm(typed, articleForm);
  const answer = {
    typed,
    errors: noFieldErrors,
    problems: [] as readonly BodyProblem[],
    conflict: null,
  };
  if (!parsed.ok) return data({ ...answer, errors: parsed.errors }, { status: 422 });
  const fields = articleFields(parsed.value);
  const { version, told: isTold } = parsed.value;
  const written = await writeArticle(ctx, {
    ...{ actorId: supporter.id, articleId, version, fields, isTold },
  });
  if (written.ok) {
    const page = `/admin/articles/${articleId}?done=saved`;
    return redirect(localPath(localeOf(args.request), page), 303);
  }
  switch (written.reason) {
    case 'gone':
      throw new Response(null, { status: 404 });
    case 'slug_taken':
      return data(
        { ...answer, errors: { ...noFieldErrors, slug: 'writing.error.slugTaken' as const } },
        { status: 422 },
      );
    case 'stale': {
      const { revisions } = await listRevisions(ctx, { articleId, before: null, limit: 1 });
      const conflict = {
        by: revisions[0]?.savedBy ?? null,
        at: revisions[0]?.savedAt ?? null,
        changes: differingFields(wordsOf(article.fields), wordsOf(fields)),
      };
      // Who has seen the difference and saves again means it.
      const next = { ...typed, version: String(article.version) };
      return data({ ...answer, typed: next, conflict }, { status: 409 });
    }
    case 'faulty': {
      const { faults, problems } = await checkArticle(ctx, fields);
      return data({ ...answer, errors: faultErrors(faults), problems }, { status: 422 });
    }
  }
}

export default function ArticleEditorPage() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <EditorHead
        article={loaded.article}
        others={loaded.others}
        done={answer ? null : loaded.done}
        copy={answer || loaded.isContinued ? null : loaded.copy}
      />
      {answer?.conflict ? (
        <Conflict articleId={loaded.article.articleId} conflict={answer.conflict} />
      ) : null}
      <Editor
        article={loaded.article}
        options={loaded.options}
        typed={answer?.typed ?? loaded.typed}
        errors={answer?.errors ?? {}}
        problems={answer?.problems ?? []}
      />
    </>
  );
}
