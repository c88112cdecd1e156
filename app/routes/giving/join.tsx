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
import { WelcomeBack } from '../../ui/account/ending/welcome-back.tsx';
import { GivingNotice } from '../../ui/donate-form/giving-notice.tsx';
import { ProblemSummary } from '../../ui/donate-form/problem-summary.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { CurrencyLinks } from '../../ui/tiers/currency-links.tsx';
import { belowTierMessage } from '../../ui/tiers/below-tier-message.ts';
import { OfferNotice } from '../../ui/tiers/offer-part.tsx';
import { JoinForm } from '../../ui/tiers/join-form.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { readForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';
import { readReturnView } from '../account/return-view.server.ts';
import { beginGift } from './begin-gift.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { currencyOf, startFromAddress, startFromPosted } from './donate-page.server.ts';
import { findJoinOffer, judgeJoinOffer, purchaseOf } from './join-offer.server.ts';
import { joinPage, readJoinChoice, readJoinTiers } from './join-page.server.ts';
import { startAsBefore } from './join-return.server.ts';

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
  const tiers = await readJoinTiers(args);
  const query = new URL(args.request.url).searchParams;
  const earlier = viewer.supporter ? await readReturnView(services, viewer.supporter.id) : null;
  const { start, tierSlug, isAsBefore } = startAsBefore(
    await startFromAddress(args, 'monthly'),
    earlier?.back ?? null,
    query,
  );
  const offer = await findJoinOffer(args, query.get('code') ?? '');
  const page = await joinPage(args, start, tiers, { tierSlug, offer });
  const last = isAsBefore ? (earlier?.former[0] ?? null) : null;
  return data({ ...page, last }, { headers: privateHeaders(viewer) });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const raw = await readForm(args.request);
  const { amounts, currencies: offered } = await readNewsroom(args.context.services);
  const posted = sortPostedGift(raw, {
    offered,
    fallback: { currency: await currencyOf(args), frequency: 'monthly' },
    referer: args.request.headers.get('Referer'),
  });
  const tiers = await readJoinTiers(args);
  const found = await findJoinOffer(args, raw['apply'] === 'no' ? '' : (raw['code'] ?? ''));
  const comeBack = async (
    problems: GivingProblems,
    more: Parameters<typeof joinPage>[3] = {},
    init: { status: number; headers?: HeadersInit } = { status: 422 },
  ) => {
    const tierSlug = posted.tierSlug;
    const page = await joinPage(args, await startFromPosted(args, posted, problems), tiers, {
      tierSlug,
      offer: found,
      ...more,
    });
    const sent = privateHeaders(await readViewer(args));
    new Headers(init.headers).forEach((value, name) => sent.set(name, value));
    return data(page, { status: init.status, headers: sent });
  };
  const choice = readJoinChoice(posted, tiers, amounts);
  if (!choice.ok) return comeBack(choice.problems);
  const purchase = purchaseOf(choice.value, posted.tierSlug, tiers);
  const isOnlyShown = raw['apply'] !== undefined;
  const judged = judgeJoinOffer(found, { purchase, seen: raw['offer'] ?? '', isOnlyShown });
  if (!judged.mayGoOn) {
    const isWrong = judged.shown.problem !== null;
    const status = judged.shown.waitMinutes === null ? (isWrong ? 422 : 200) : 429;
    return comeBack({}, { offer: judged.shown }, { status });
  }
  const { offer } = judged.shown;
  const begun = await beginGift(args, posted, choice.value, {
    offer,
    tierSlug: purchase.tierSlug,
  });
  if (begun instanceof Response) return begun;
  if (begun.about === 'payment') return comeBack({}, { notice: begun.notice }, begun);
  if (begun.about === 'offer') return comeBack({}, { offer: { ...found, problem: begun.reason } });
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
  const offering = { ...page.joinOffer, now: page.now, timeZone: page.timeZone };
  const kept = { article: form.articleSlug, campaign: form.campaignSlug };
  const once = new URLSearchParams(form.articleSlug ? { article: form.articleSlug } : {});
  return (
    <div className="wrap">
      <div className="column column--wide join-page">
        <h1>{t('giving.joinTitle', { newsroom: page.newsroomName })}</h1>
        {fresh.last ? (
          <WelcomeBack last={fresh.last} timeZone={fresh.timeZone} />
        ) : (
          <p>{t('giving.joinLead')}</p>
        )}
        {page.article && (
          <p className="meta">
            {t('giving.afterArticle')} <a href={page.article.path}>{page.article.headline}</a>
          </p>
        )}
        {page.notice && <GivingNotice notice={page.notice} />}
        <OfferNotice offering={offering} />
        <ProblemSummary form={form} prefix="join" more={tooLow} />
        <CurrencyLinks
          current={form.currency}
          currencies={form.currencies}
          path={href('/join')}
          query={{
            ...kept,
            frequency: form.frequency,
            tier: tierSlug,
            code: page.joinOffer.code || null,
          }}
        />
        <JoinForm
          form={form}
          tiers={tiers}
          tierSlug={tierSlug}
          problem={tooLow}
          offering={offering}
        />
        <p className="meta">
          {t('giving.rather')} <a href={`${href('/donate')}?${once}`}>{t('giving.ratherLink')}</a>
          {' · '}
          <a href={href('/gift')}>{t('gifts.buy.link')}</a>
        </p>
      </div>
    </div>
  );
}
