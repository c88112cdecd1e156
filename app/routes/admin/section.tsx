import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readSectionUses } from '../../domain/articles/sections/list-section-uses.server.ts';
import { changeSection } from '../../domain/articles/sections/write-section.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { SectionForm } from '../../ui/admin/sections/section-form.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm, readForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';
import { sectionForm, sectionWords } from './section-form.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('sections.change'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const section = await readSectionUses(args.context.services, args.params['slug'] ?? '', 0);
  if (!section) throw new Response(null, { status: 404 });
  const { slug, name, description } = section;
  return {
    ...{ slug, name },
    fields: {
      ...{ 'name-en': name.en, 'name-uk': name.uk },
      ...{ 'description-en': description.en, 'description-uk': description.uk },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const typed = await readForm(args.request.clone());
  const parsed = await parseForm(args.request, sectionForm);
  if (!parsed.ok) return data({ errors: parsed.errors, typed }, { status: 422 });
  const changed = await changeSection(args.context.services, {
    ...sectionWords(parsed.value),
    ...{ actorId: supporter.id, slug: args.params['slug'] ?? '' },
  });
  if (!changed.ok) throw new Response(null, { status: 404 });
  return redirect(localPath(localeOf(args.request), '/admin/sections?done=changed'), 303);
}

export default function SectionPage() {
  const { slug, name, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  return (
    <>
      <PageHead title={name[locale]}>
        <p className="desk-title__line">
          <a href={href(`/${slug}`)}>{`/${slug}`}</a>
        </p>
      </PageHead>
      <SectionForm isNew={false} typed={answer?.typed ?? fields} errors={answer?.errors ?? {}} />
      <p className="more">
        <a href={href(`/admin/sections/${slug}/removal`)}>{t('sections.remove')}</a>
      </p>
    </>
  );
}
