import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { deliveryInstant } from '../../domain/gifts/delivery-day.ts';
import { giftMonths, giftPrice } from '../../domain/gifts/gift.ts';
import { startGiftMembership } from '../../domain/gifts/start-gift-membership.server.ts';
import { listTiers } from '../../domain/memberships/list-tiers.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import type { GivingNoticeView } from '../../ui/donate-form/giving-notice.tsx';
import { GiftForm } from '../../ui/gift/gift-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { ensureBrowserKey } from '../../web/browser-key.server.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { type FieldErrors, noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitCheckout } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';
import { creditGift } from './credit-gift.server.ts';
import { currencyOf } from './donate-page.server.ts';
import { dayProblems, giftForm } from './gift-form.ts';
import { sortPostedGift } from '../../domain/asks/posted-gift.ts';

export const meta: MetaFunction = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('gifts.buy.title'), description: t('gifts.buy.lead') });
};

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams.get('currency')?.toUpperCase() ?? '';
  const { currencies } = await readNewsroom(args.context.services);
  const currency = currencies.find((one) => one === asked) ?? (await currencyOf(args));
  const tiers = (await listTiers(args.context.services)).map((tier) => ({
    slug: tier.slug,
    name: tier.name,
    description: tier.description,
    prices: giftMonths.map((months) => ({ months, amount: giftPrice(tier, months, currency) })),
  }));
  return data({ currency, currencies, tiers }, { headers: privateHeaders(await readViewer(args)) });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { services } = args.context;
  const locale = localeOf(args.request);
  const viewer = await readViewer(args);
  const comeBack = (
    errors: FieldErrors,
    typed: Readonly<Record<string, string>>,
    notice: GivingNoticeView | null = null,
    status = 422,
  ) => data({ errors, typed, notice }, { status, headers: privateHeaders(viewer) });

  const copy = args.request.clone();
  const parsed = await parseForm(args.request, giftForm);
  if (!parsed.ok) return comeBack(parsed.errors, parsed.typed);
  const typed = Object.fromEntries(new URLSearchParams(await copy.text()));
  const form = parsed.value;
  const newsroom = await readNewsroom(services);
  const day = deliveryInstant(
    form.delivery === 'mail' ? form.deliverOn : '',
    newsroom.timeZone,
    services.clock.now(),
  );
  if (!day.ok) return comeBack({ deliverOn: dayProblems[day.reason] }, typed);
  const limit = await limitCheckout(args, { email: viewer.supporter?.email ?? null });
  if (!limit.ok) {
    const minutes = Math.max(1, Math.ceil(limit.retryAfterSeconds / 60));
    return comeBack(noFieldErrors, typed, { kind: 'too_many', minutes }, 429);
  }
  const browser = ensureBrowserKey(args);
  const posted = sortPostedGift(typed, {
    offered: newsroom.currencies,
    fallback: { currency: form.currency, frequency: 'once' },
    referer: args.request.headers.get('Referer'),
  });
  const { attribution } = await creditGift(services, posted.origin);
  const started = await startGiftMembership(services, {
    tierSlug: form.tier,
    months: form.months,
    currency: form.currency,
    fromName: form.fromName,
    toName: form.toName,
    message: form.message,
    delivery: form.delivery,
    recipientEmail: form.recipientEmail,
    deliverAt: day.value,
    locale,
    supporter: viewer.supporter,
    browserHash: browser.hash,
    attemptKey: form.attempt ?? null,
    attribution,
    appUrl: services.env.appUrl,
    secret: services.env.appSecret,
    newsroomName: newsroom.name[locale],
  });
  if (started.ok) {
    return redirect(started.value.checkoutUrl, {
      status: 303,
      headers: browser.setCookie ? { 'Set-Cookie': browser.setCookie } : {},
    });
  }
  switch (started.reason) {
    case 'order_already_paid':
      return redirect(localPath(locale, `/thanks/gift/${started.orderId}`), 303);
    case 'tier_unknown':
      return comeBack({ tier: 'gifts.error.tier' }, typed);
    case 'currency_gone':
      return comeBack({ tier: 'gifts.error.currencyGone' }, typed);
    case 'payments_unavailable':
      return comeBack(noFieldErrors, typed, { kind: 'payments_unavailable', minutes: 0 }, 503);
    case 'amount_too_low':
    case 'amount_too_high':
    case 'payments_refused':
      return comeBack(noFieldErrors, typed, { kind: 'payments_refused', minutes: 0 });
  }
}

export default function Gift() {
  const { currency, currencies, tiers } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column column--wide join-page">
        <h1>{t('gifts.buy.title')}</h1>
        <p>{t('gifts.buy.lead')}</p>
        <GiftForm
          currency={currency}
          currencies={currencies}
          tiers={tiers}
          errors={answered?.errors ?? {}}
          typed={answered?.typed ?? {}}
          notice={answered?.notice ?? null}
        />
        <p className="meta">
          <a href={href('/gift/claim')}>{t('gifts.buy.haveCode')}</a>
        </p>
      </div>
    </div>
  );
}
