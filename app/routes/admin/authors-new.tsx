import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { addAuthor } from '../../domain/articles/authors/write-author.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AuthorForm } from '../../ui/admin/authors/author-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type FieldErrors, parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { newAuthorForm, authorWords } from './section-form.ts';

const failures: Record<'slug_malformed' | 'slug_taken' | 'portrait_unknown', FieldErrors> = {
  slug_malformed: { slug: 'sections.error.slug' },
  slug_taken: { slug: 'authors.error.slugTaken' },
  portrait_unknown: { portrait: 'authors.error.portrait' },
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('authors.new'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, newAuthorForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const added = await addAuthor(args.context.services, {
    ...authorWords(parsed.value),
    ...{ actorId: supporter.id, slug: parsed.value.slug },
  });
  if (!added.ok) return data({ errors: failures[added.reason], typed }, { status: 422 });
  return redirect(localPath(localeOf(args.request), '/admin/authors?done=added'), 303);
}

export default function NewAuthorPage() {
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('authors.new')}>
        <p className="desk-title__line">{t('authors.newDefinition')}</p>
      </PageHead>
      <AuthorForm isNew typed={answer?.typed ?? {}} errors={answer?.errors ?? {}} />
    </>
  );
}
