import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { DonorOffer } from '../../ui/account/donor-offer.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { GivenThanks } from '../../ui/donate-form/given-thanks.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';
import { readOwnOrder } from './read-own-order.server.ts';
import { type ThanksView, thanksPage } from './thanks-view.server.ts';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('giving.thanksTitle'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Where Stripe leads back after paying. By the time it answers, everything on it is true. */
export async function loader(args: LoaderFunctionArgs) {
  const own = await readOwnOrder(args);
  const sent = privateHeaders(await readViewer(args));
  const answer = (view: ThanksView, status = 200) => data(view, { status, headers: sent });
  if (!own.isOwn) return answer({ state: 'neutral' });
  if (own.order.status === 'paid') {
    const { view, setCookie } = await thanksPage(args, own);
    if (setCookie) sent.append('Set-Cookie', setCookie);
    return answer(view);
  }
  if (own.isUnsure) return answer({ state: 'unsure' }, 503);
  const { kind, id } = own.order;
  throw redirect(localPath(localeOf(args.request), `/orders/${kind}/${id}`));
}

export default function Thanks() {
  const view = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="column thanks-page">
        {view.state === 'given' && <GivenThanks view={view} />}
        {view.state === 'given' && view.offer && <DonorOffer offer={view.offer} />}
        {view.state === 'unsure' && <UnsureThanks />}
        {view.state === 'neutral' && <NeutralThanks />}
      </div>
    </div>
  );
}

function UnsureThanks() {
  const { t } = useLocale();
  return (
    <>
      <h1>{t('giving.thanksDownTitle')}</h1>
      <p>{t('giving.thanksDown')}</p>
      <p>
        <ButtonLink to="">{t('giving.reload')}</ButtonLink>
      </p>
    </>
  );
}

function NeutralThanks() {
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t('giving.thanksTitle')}</h1>
      <p>{t('giving.thanksNeutral')}</p>
      <p className="order-page__ways">
        <ButtonLink to={href('/')}>{t('giving.thanksFront')}</ButtonLink>
        <a href={href('/sign-in')}>{t('giving.orderSignIn')}</a>
      </p>
    </>
  );
}
