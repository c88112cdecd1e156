import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { firstCurrency } from '../../domain/asks/giving-form.ts';
import { readCampaign } from '../../domain/campaigns/read-campaign.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { CampaignProgress } from '../../ui/campaign/campaign-progress.tsx';
import { DonateForm } from '../../ui/donate-form/donate-form.tsx';
import { LocalTime } from '../../ui/elements/local-time.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { pageHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';
import { type FormStart, givingPage } from './donate-page.server.ts';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.campaign.title ?? null,
    description: args.data?.campaign.description,
  });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = args.context.services;
  const campaign = await readCampaign(ctx, args.params['slug'] ?? '');
  if (!campaign) throw new Response(null, { status: 404 });
  const locale = localeOf(args.request);
  const newsroom = await readNewsroom(ctx);
  const start: FormStart = {
    currency: firstCurrency(locale, newsroom),
    frequency: 'once',
    articleSlug: null,
    campaignSlug: campaign.slug,
    askId: null,
    askVariant: null,
    referrerHost: null,
    typed: null,
    problems: {},
    rules: newsroom.amounts,
  };
  const { form } = await givingPage(args, start);
  const { goal, raised, percent, stage } = campaign;
  return data(
    {
      campaign: {
        title: campaign.title[locale],
        description: campaign.description[locale],
        goal,
        raised,
        percent,
        stage,
        startsAt: campaign.startsAt.toISOString(),
        endsAt: campaign.endsAt.toISOString(),
      },
      form,
      timeZone: newsroom.timeZone,
    },
    { headers: pageHeaders(await readViewer(args)) },
  );
}

export default function Campaign() {
  const { campaign, form, timeZone } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  const { stage } = campaign;
  return (
    <div className="wrap">
      <article className="column campaign-page">
        <h1>{campaign.title}</h1>
        {campaign.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <CampaignProgress
          goal={campaign.goal}
          raised={campaign.raised}
          percent={campaign.percent}
        />
        {stage === 'over' ? (
          <p>{t('giving.campaignOver')}</p>
        ) : (
          <>
            <p className="meta">
              {t(stage === 'coming' ? 'giving.campaignFrom' : 'giving.campaignUntil')}{' '}
              <LocalTime
                instant={stage === 'coming' ? campaign.startsAt : campaign.endsAt}
                timeZone={timeZone}
                form="day"
              />
              {'. '}
              {t('giving.campaignOtherCurrencies', { currency: campaign.goal.currency })}
            </p>
            <section className="ask" aria-labelledby="campaign-give">
              <h2 className="ask__heading" id="campaign-give">
                {t('giving.campaignGive')}
              </h2>
              <DonateForm form={form} prefix="campaign" />
            </section>
          </>
        )}
      </article>
    </div>
  );
}
