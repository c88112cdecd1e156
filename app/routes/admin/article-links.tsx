import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  draftLinkDays,
  draftPath,
  usualDraftLinkDays,
} from '../../domain/articles/previews/draft-link.ts';
import { listDraftLinks } from '../../domain/articles/previews/list-draft-links.server.ts';
import {
  type MakeDraftLinkFailure,
  makeDraftLink,
} from '../../domain/articles/previews/make-draft-link.server.ts';
import { listAllTiers } from '../../domain/memberships/list-gate-tiers.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { LinkForm } from '../../ui/admin/previews/link-form.tsx';
import { LinkTable } from '../../ui/admin/previews/link-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireRole } from '../../web/guards.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { articleOf } from './article-of.server.ts';
import { privatePage } from './private-page.ts';

const form = z.object({
  shownAs: z.string({ error: 'preview.error.kind' }).trim().min(1, 'preview.error.kind').max(80),
  days: z.coerce.number({ error: 'preview.error.days' }).pipe(
    z.union(
      draftLinkDays.map((days) => z.literal(days)),
      { error: 'preview.error.days' },
    ),
  ),
});

const errors: Record<Exclude<MakeDraftLinkFailure, 'gone'>, Record<string, MessageKey>> = {
  not_draft: { shownAs: 'preview.error.notDraft' },
  kind_unknown: { shownAs: 'preview.error.kind' },
  too_many: { shownAs: 'preview.error.tooMany' },
};

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('preview.links'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('articles.act'));
  const { articleId, state, fields } = await articleOf(args);
  const { services } = args.context;
  const [links, tiers] = await Promise.all([
    listDraftLinks(services, articleId),
    listAllTiers(services),
  ]);
  const article = { articleId, state, headline: fields.headline, language: fields.language };
  return {
    ...{ article, links, tiers: tiers.map(({ slug, name }) => ({ slug, name })) },
    done: new URL(args.request.url).searchParams.get('done'),
  };
}

/** The address is told in this answer alone: nothing that is kept could tell it again. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('articles.act'));
  const { articleId, fields } = await articleOf(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) return data({ ...parsed, made: null }, { status: 422 });
  const { shownAs, days } = parsed.value;
  const { services } = args.context;
  const made = await makeDraftLink(services, {
    ...{ actorId: supporter.id, articleId, shownAs, days, reason: '' },
  });
  if (made.ok) {
    const url = services.env.appUrl + draftPath(fields.language, made.value.token);
    return data({ made: url, errors: {}, typed: {} });
  }
  if (made.reason === 'gone') throw new Response(null, { status: 404 });
  return data(
    { made: null, errors: errors[made.reason], typed: { shownAs, days: String(days) } },
    { status: 409 },
  );
}

export default function ArticleLinksPage() {
  const { article, links, tiers, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/articles/${article.articleId}`)} lang={article.language}>
          {article.headline}
        </a>
      </p>
      <PageHead title={t('preview.links')}>
        <p className="desk-title__line">{t('preview.linksDefinition')}</p>
      </PageHead>
      <LinkForm
        {...{ tiers, answer, done }}
        mayMake={article.state === 'draft' || article.state === 'scheduled'}
        usualDays={usualDraftLinkDays}
      />
      <LinkTable articleId={article.articleId} links={links} tiers={tiers} />
    </>
  );
}
