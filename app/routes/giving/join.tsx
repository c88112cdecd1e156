import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { GivingProblems } from '../../domain/asks/giving-form.ts';
import { sortPostedGift } from '../../domain/asks/posted-gift.ts';
import { hasLiveMembership } from '../../domain/memberships/start-membership.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { GivingNotice } from '../../ui/donate-form/giving-notice.tsx';
import { ProblemSummary } from '../../ui/donate-form/problem-summary.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { CurrencyLinks } from '../../ui/tiers/currency-links.tsx';
import { belowTierMessage } from '../../ui/tiers/below-tier-message.ts';
import { JoinForm } from '../../ui/tiers/join-form.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { readForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';
import { beginGift } from './begin-gift.server.ts';
import { currencyOf, startFromAddress, startFromPosted } from './donate-page.server.ts';
import { joinPage, readJoinChoice, readJoinTiers } from './join-page.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const newsroom = args.data?.newsroomName ?? '';
  return pageMeta(args, {
    title: t('giving.joinTitle', { newsroom }),
    description: t('giving.joinLead'),
  });
};

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await readViewer(args);
  const { services } = args.context;
  if (viewer.supporter && (await hasLiveMembership(services, viewer.supporter.id))) {
    throw redirect(localPath(localeOf(args.request), '/account/membership'));
  }
  const start = await startFromAddress(args, 'monthly');
  const tiers = await readJoinTiers(args);
  const asked = new URL(args.request.url).searchParams.get('tier');
  return data(await joinPage(args, start, tiers, { tierSlug: asked }), {
    headers: privateHeaders(viewer),
  });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const posted = sortPostedGift(await readForm(args.request), {
    fallback: { currency: await currencyOf(args), frequency: 'monthly' },
    referer: args.request.headers.get('Referer'),
  });
  const tiers = await readJoinTiers(args);
  const comeBack = async (
    problems: GivingProblems,
    more: Parameters<typeof joinPage>[3] = {},
    init: { status: number; headers?: HeadersInit } = { status: 422 },
  ) => {
    const tierSlug = posted.tierSlug;
    const page = await joinPage(args, startFromPosted(posted, problems), tiers, {
      tierSlug,
      ...more,
    });
    const sent = privateHeaders(await readViewer(args));
    new Headers(init.headers).forEach((value, name) => sent.set(name, value));
    return data(page, { status: init.status, headers: sent });
  };
  const choice = readJoinChoice(posted, tiers);
  if (!choice.ok) return comeBack(choice.problems);
  const begun = await beginGift(args, posted, choice.value);
  if (begun instanceof Response) return begun;
  if (begun.about === 'payment') return comeBack({}, { notice: begun.notice }, begun);
  if (begun.reason === 'below_tier_minimum') return comeBack({}, { isBelowTier: true });
  return comeBack({ amount: begun.reason });
}

export default function Join() {
  const fresh = useLoaderData<typeof loader>();
  // The action also answers with redirects, which the type of its data loses itself over.
  const answered = useActionData<typeof action>() as typeof fresh | undefined;
  const page = answered ?? fresh;
  const { form, tiers, tierSlug, isBelowTier } = page;
  const { locale, t, href } = useLocale();
  const tooLow = isBelowTier ? belowTierMessage(form, tiers, tierSlug, { t, locale }) : null;
  const kept = { article: form.articleSlug, campaign: form.campaignSlug };
  const once = new URLSearchParams(form.articleSlug ? { article: form.articleSlug } : {});
  return (
    <div className="wrap">
      <div className="column column--wide join-page">
        <h1>{t('giving.joinTitle', { newsroom: page.newsroomName })}</h1>
        <p>{t('giving.joinLead')}</p>
        {page.article && (
          <p className="meta">
            {t('giving.afterArticle')} <a href={page.article.path}>{page.article.headline}</a>
          </p>
        )}
        {page.notice && <GivingNotice notice={page.notice} />}
        <ProblemSummary form={form} prefix="join" more={tooLow} />
        <CurrencyLinks
          current={form.currency}
          path={href('/join')}
          query={{ ...kept, frequency: form.frequency, tier: tierSlug }}
        />
        <JoinForm form={form} tiers={tiers} tierSlug={tierSlug} problem={tooLow} />
        <p className="meta">
          {t('giving.rather')} <a href={`${href('/donate')}?${once}`}>{t('giving.ratherLink')}</a>
        </p>
      </div>
    </div>
  );
}
