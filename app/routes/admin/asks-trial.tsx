import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readArticle } from '../../domain/articles/read-article.server.ts';
import { tryAsks } from '../../domain/asks/list-asks.server.ts';
import { decideEntitlement } from '../../domain/entitlements/decide-entitlement.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AskTrial } from '../../ui/admin/asks/ask-trial.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('asks.try'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, role } = await requireRole(args, rolesWith('asks.view'));
  const ctx = args.context.services;
  const query = new URL(args.request.url).searchParams;
  const typed = (query.get('article') ?? '').trim().slice(0, 300);
  const isPatron = query.get('reader') === 'patron';
  const country = (query.get('country') ?? '').trim().toUpperCase().slice(0, 2);
  const views = countOf(query.get('views'));
  const articles = countOf(query.get('articles'));
  // An address, a path or the slug alone: the slug is what stands last.
  const slug = typed.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '';
  const access = await decideEntitlement(ctx, { supporterId: supporter.id, role });
  const article = slug ? await readArticle(ctx, { slug, access }) : null;
  const page = article && {
    ...{ tags: article.tags, isSensitive: article.isSensitive },
    sectionSlug: article.section.slug,
  };
  const reader = { isPatron, country: country || null, browser: { views, articles } };
  return {
    ...{ typed, isPatron, country, views, articles },
    headline: article?.headline ?? null,
    page,
    tried: page ? await tryAsks(ctx, { page, reader }) : null,
  };
}

/** How often; nothing typed is never. */
function countOf(typed: string | null): number {
  const count = Number(typed ?? 0);
  return Number.isInteger(count) && count >= 0 && count <= 999 ? count : 0;
}

export default function AskTrialPage() {
  const view = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/asks')}>{t('asks.back')}</a>
      </p>
      <PageHead title={t('asks.try')}>
        <p className="desk-title__line">{t('asks.trial.definition')}</p>
      </PageHead>
      <AskTrial view={view} />
    </>
  );
}
