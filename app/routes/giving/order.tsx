import {
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMoney } from '../../kernel/format.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readViewer } from '../../web/session.server.ts';
import { type OrderPageView, orderPage } from './order-view.server.ts';
import { readOwnOrder } from './read-own-order.server.ts';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('giving.orderTitle'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** Where Stripe's own "back" link leads: says truthfully what has happened to the payment. */
export async function loader(args: LoaderFunctionArgs) {
  const own = await readOwnOrder(args);
  const { kind, id, status } = own.order;
  if (own.isOwn && status === 'paid') {
    throw redirect(localPath(localeOf(args.request), `/thanks/${kind}/${id}`));
  }
  return data(orderPage(args, own), { headers: privateHeaders(await readViewer(args)) });
}

export default function Order() {
  const view = useLoaderData<typeof loader>();
  return (
    <div className="wrap">
      <div className="column order-page">
        {view.state === 'neutral' ? <NeutralOrder /> : <UnpaidOrder view={view} />}
      </div>
    </div>
  );
}

function NeutralOrder() {
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t('giving.orderTitle')}</h1>
      <p>{t('giving.orderNeutral')}</p>
      <p className="order-page__ways">
        <ButtonLink to={href('/sign-in')}>{t('giving.orderSignIn')}</ButtonLink>
        <a href={href('/')}>{t('giving.thanksFront')}</a>
      </p>
    </>
  );
}

type Unpaid = Exclude<OrderPageView, { state: 'neutral' }>;

function UnpaidOrder({ view }: { view: Unpaid }) {
  const { locale, t } = useLocale();
  const sum = formatMoney(view.amount, locale);
  const what = t(`giving.what.${view.interval ?? 'once'}`, { sum });
  const words = {
    open: { title: t('giving.orderOpenTitle'), body: t('giving.orderOpen', { what }) },
    unsure: { title: t('giving.thanksDownTitle'), body: t('giving.thanksDown') },
    processing: {
      title: t('giving.orderProcessingTitle'),
      body: t('giving.orderProcessing', { what }),
    },
    failed: {
      title: t('giving.orderFailedTitle'),
      body: t('giving.orderFailed', { what, reason: t(view.failure) }),
    },
    expired: { title: t('giving.orderExpiredTitle'), body: t('giving.orderExpired') },
  }[view.state];
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      <p className="order-page__ways">
        <NextStep view={view} />
      </p>
      {view.back && (
        <p className="order-page__back">
          <a href={view.back.path}>
            {view.back.headline
              ? t('giving.orderBack', { headline: view.back.headline })
              : t('giving.orderBackPlain')}
          </a>
        </p>
      )}
    </>
  );
}

function NextStep({ view }: { view: Unpaid }) {
  const { t } = useLocale();
  switch (view.state) {
    case 'processing':
      return null;
    case 'unsure':
      return <ButtonLink to="">{t('giving.reload')}</ButtonLink>;
    case 'failed':
    case 'expired':
      return (
        <ButtonLink to={view.againPath} look="accent">
          {t('giving.orderAgain')}
        </ButtonLink>
      );
    case 'open':
      return (
        <>
          {view.checkoutUrl && (
            <ButtonLink to={view.checkoutUrl} look="accent">
              {t('giving.orderContinue')}
            </ButtonLink>
          )}
          <a href={view.againPath}>{t('giving.orderChange')}</a>
        </>
      );
  }
}
