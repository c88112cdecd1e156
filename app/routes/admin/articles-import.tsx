import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { importArticle } from '../../domain/articles/import/import-article.server.ts';
import { readDocument } from '../../domain/articles/import/read-document.ts';
import { listSections } from '../../domain/articles/list-sections.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ImportForm } from '../../ui/admin/import/import-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import type { FieldErrors } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readMultipart } from '../../web/multipart.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { importFailures, importFormBytes, readImportForm } from './import-form.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('import.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { sections } = await listSections(args.context.services);
  return { sections: sections.map(({ slug, name }) => ({ slug, name })) };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const posted = await readMultipart(args.request, importFormBytes).catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 413) return null;
    throw thrown;
  });
  const typed = posted?.fields ?? {};
  const refuse = (errors: FieldErrors, status = 422) => data({ errors, typed }, { status });
  if (!posted) return refuse({ file: 'import.error.tooLarge' }, 413);
  const read = readImportForm(posted);
  if (!read.ok) return refuse(read.errors);
  const { content, kind, field, language, sectionSlug } = read.value;
  const pictureWord = translatorFor(language)('import.picture');
  const document = readDocument({ content, kind, pictureWord });
  if (!document.ok) return refuse({ [field]: importFailures[document.reason] });
  const imported = await importArticle(args.context.services, {
    ...{ actorId: supporter.id, document: document.value, language, sectionSlug },
  });
  if (!imported.ok) return refuse({ section: 'import.error.section' });
  const page = `/admin/articles/${imported.value.articleId}?done=begun`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function ImportPage() {
  const { sections } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t } = useLocale();
  return (
    <>
      <PageHead title={t('import.title')}>
        <p className="desk-title__line">{t('import.definition')}</p>
      </PageHead>
      <ImportForm
        sections={sections}
        typed={answer?.typed ?? { language: locale }}
        errors={answer?.errors ?? {}}
      />
    </>
  );
}
