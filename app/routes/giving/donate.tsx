import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type GivingProblems, readGivingChoice } from '../../domain/asks/giving-form.ts';
import { type PostedGift, sortPostedGift } from '../../domain/asks/posted-gift.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DonateForm } from '../../ui/donate-form/donate-form.tsx';
import { GivingNotice } from '../../ui/donate-form/giving-notice.tsx';
import { ProblemSummary } from '../../ui/donate-form/problem-summary.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { CurrencyLinks } from '../../ui/tiers/currency-links.tsx';
import { WithSlot, slot } from '../../ui/sign-in/with-slot.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { readForm } from '../../web/forms.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';
import { beginGift } from './begin-gift.server.ts';
import {
  currencyOf,
  givingPage,
  startBelowTiers,
  startFromAddress,
  startFromPosted,
} from './donate-page.server.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  const newsroom = args.data?.newsroomName ?? '';
  return pageMeta(args, {
    title: t('giving.donateTitle', { newsroom }),
    description: t('giving.donateLead'),
  });
};

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const page = await givingPage(args, await startFromAddress(args, 'once'));
  return data(page, { headers: privateHeaders(await readViewer(args)) });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { amounts: rules, currencies: offered } = await readNewsroom(args.context.services);
  const posted = sortPostedGift(await readForm(args.request), {
    offered,
    fallback: { currency: await currencyOf(args), frequency: 'once' },
    referer: args.request.headers.get('Referer'),
  });
  const { frequency, currency, isCurrencyGone } = posted;
  const choice = readGivingChoice(posted.fields, {
    ...{ frequency, currency, isCurrencyGone, rules },
  });
  if (!choice.ok) return comeBack(args, posted, choice.problems);

  const begun = await beginGift(args, posted, choice.value);
  if (begun instanceof Response) return begun;
  if (begun.about === 'payment') {
    const page = await givingPage(args, await startFromPosted(args, posted, {}), begun.notice);
    const sent = privateHeaders(await readViewer(args));
    new Headers(begun.headers).forEach((value, name) => sent.set(name, value));
    return data(page, { status: begun.status, headers: sent });
  }
  if (begun.reason === 'below_tier_minimum') {
    const page = await givingPage(args, await startBelowTiers(args, posted));
    return data(page, { status: 422, headers: privateHeaders(await readViewer(args)) });
  }
  // Offers are for the page on which one joins: none was asked for here.
  if (begun.about === 'offer') return comeBack(args, posted, {});
  return comeBack(args, posted, { amount: begun.reason });
}

async function comeBack(args: ActionFunctionArgs, posted: PostedGift, problems: GivingProblems) {
  const page = await givingPage(args, await startFromPosted(args, posted, problems));
  return data(page, { status: 422, headers: privateHeaders(await readViewer(args)) });
}

export default function Donate() {
  const fresh = useLoaderData<typeof loader>();
  // The action also answers with redirects, which the type of its data loses itself over.
  const answered = useActionData<typeof action>() as typeof fresh | undefined;
  const { newsroomName, form, article, campaign, notice } = answered ?? fresh;
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column donate-page">
        <h1>{t('giving.donateTitle', { newsroom: newsroomName })}</h1>
        <p>{t('giving.donateLead')}</p>
        {campaign && (
          <p className="meta">
            {t('giving.forCampaign')} <a href={campaign.path}>{campaign.title}</a>
          </p>
        )}
        {article && (
          <p className="meta">
            {t('giving.afterArticle')} <a href={article.path}>{article.headline}</a>
          </p>
        )}
        {notice && <GivingNotice notice={notice} />}
        <ProblemSummary form={form} prefix="donate" />
        <DonateForm form={form} prefix="donate" />
        <CurrencyLinks
          isFallback
          current={form.currency}
          currencies={form.currencies}
          path={href('/donate')}
          query={{
            article: form.articleSlug,
            campaign: form.campaignSlug,
            frequency: form.frequency,
          }}
        />
        <p className="meta">
          <WithSlot sentence={t('wall.seeWall', { link: slot })}>
            <a href={href('/wall')}>{t('wall.title')}</a>
          </WithSlot>
        </p>
      </div>
    </div>
  );
}
