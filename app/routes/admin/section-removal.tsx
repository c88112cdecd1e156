import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readSectionUses } from '../../domain/articles/sections/list-section-uses.server.ts';
import { removeSection } from '../../domain/articles/sections/write-section.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { RemovalForm } from '../../ui/admin/pictures/removal-form.tsx';
import { UsedIn } from '../../ui/admin/pictures/used-in.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { optionalReason } from './campaign-form.ts';
import { privatePage } from './private-page.ts';

const form = z.object({ reason: optionalReason });
const articlesShown = 20;

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('sections.removeTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const slug = args.params['slug'] ?? '';
  const found = await readSectionUses(args.context.services, slug, articlesShown);
  if (!found) throw new Response(null, { status: 404 });
  return { slug, name: found.name, latest: found.latest };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const removed = await removeSection(args.context.services, {
    ...{ slug: args.params['slug'] ?? '', actorId: supporter.id, reason: parsed.value.reason },
  });
  // The page itself says what holds it.
  if (!removed.ok && removed.reason === 'in_use') {
    return data({ errors: noFieldErrors, typed: parsed.value }, { status: 409 });
  }
  const page = `/admin/sections?done=${removed.ok ? 'removed' : 'gone'}`;
  return redirect(localPath(localeOf(args.request), page), 303);
}

export default function RemoveSectionPage() {
  const { slug, name, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  const isUsed = latest.length > 0;
  return (
    <>
      <PageHead title={t('sections.removeTitle')}>
        <p className="desk-title__line">{name[locale]}</p>
      </PageHead>
      {isUsed ? (
        <>
          <Notice tone="warn">
            <p>{t('sections.removeInUse')}</p>
          </Notice>
          <UsedIn articles={latest} />
          {latest.length === articlesShown ? (
            <p className="more">{t('sections.latest', { count: articlesShown })}</p>
          ) : null}
        </>
      ) : (
        <p className="desk-title__line">{t('sections.removeDefinition')}</p>
      )}
      <RemovalForm
        isPossible={!isUsed}
        submit={t('sections.removeSubmit')}
        back={{ label: t('sections.back'), to: href(`/admin/sections/${slug}`) }}
        typed={answer?.typed['reason']}
        error={answer?.errors['reason']}
      />
    </>
  );
}
