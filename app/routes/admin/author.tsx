import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readAuthorUses } from '../../domain/articles/authors/list-authors.server.ts';
import { changeAuthor } from '../../domain/articles/authors/write-author.server.ts';
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
import { authorForm, authorWords } from './section-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('authors.change'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const author = await readAuthorUses(args.context.services, args.params['slug'] ?? '', 0);
  if (!author) throw new Response(null, { status: 404 });
  const { slug, name, role, bio, portraitId } = author;
  return {
    ...{ slug, name },
    fields: {
      ...{ 'name-en': name.en, 'name-uk': name.uk },
      ...{ 'role-en': role.en, 'role-uk': role.uk, 'bio-en': bio.en, 'bio-uk': bio.uk },
      portrait: portraitId ?? '',
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, authorForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const changed = await changeAuthor(args.context.services, {
    ...authorWords(parsed.value),
    ...{ actorId: supporter.id, slug: args.params['slug'] ?? '' },
  });
  if (!changed.ok && changed.reason === 'gone') throw new Response(null, { status: 404 });
  if (!changed.ok) {
    const errors: FieldErrors = { portrait: 'authors.error.portrait' };
    return data({ errors, typed }, { status: 422 });
  }
  return redirect(localPath(localeOf(args.request), '/admin/authors?done=changed'), 303);
}

export default function AuthorPage() {
  const { slug, name, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={name[locale]}>
        <p className="desk-title__line">
          <a href={href(`/authors/${slug}`)}>{`/authors/${slug}`}</a>
        </p>
      </PageHead>
      <AuthorForm isNew={false} typed={answer?.typed ?? fields} errors={answer?.errors ?? {}} />
      <p className="more">
        <a href={href(`/admin/authors/${slug}/removal`)}>{t('authors.remove')}</a>
      </p>
    </>
  );
}
