import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { claimGift } from '../../domain/gifts/claim-gift.server.ts';
import { readTypedCode } from '../../domain/gifts/gift-code.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Notice } from '../../ui/elements/notice.tsx';
import { GiftClaim } from '../../ui/gift/gift-claim.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { privateHeaders } from '../../web/caching.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { limitGiftCode } from '../../web/rate-limits.server.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { readViewer } from '../../web/session.server.ts';
import { giftClaimView } from './gift-claim-view.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('gifts.claim.title'),
    isIndexed: false,
  });

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

/** The page of a code. Looking changes nothing: mail scanners open links. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await readViewer(args);
  const sent = privateHeaders(viewer);
  const limit = await limitGiftCode(args);
  if (!limit.ok) {
    sent.set('Retry-After', String(limit.retryAfterSeconds));
    const waitMinutes = Math.max(1, Math.ceil(limit.retryAfterSeconds / 60));
    return data({ view: null, waitMinutes, path: '' }, { status: 429, headers: sent });
  }
  const view = await giftClaimView(args, viewer);
  const path = `/gift/claim/${args.params['code'] ?? ''}`;
  const status = view.state === 'unknown' ? 404 : 200;
  return data({ view, waitMinutes: 0, path }, { status, headers: sent });
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const viewer = await requireSupporter(args);
  const limit = await limitGiftCode(args);
  const sent = privateHeaders(viewer);
  if (!limit.ok) return data({ failed: 'too_many' as const }, { status: 429, headers: sent });
  const code = readTypedCode(args.params['code'] ?? '');
  const claimed = code
    ? await claimGift(args.context.services, { code, supporterId: viewer.supporter.id })
    : ({ ok: false, reason: 'unknown' } as const);
  if (claimed.ok) {
    const page = `/gift/claim/${args.params['code'] ?? ''}`;
    return redirect(localPath(localeOf(args.request), page), 303);
  }
  return data({ failed: claimed.reason }, { status: 422, headers: sent });
}

export default function ClaimGift() {
  const { view, waitMinutes, path } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useLocale();
  return (
    <div className="wrap">
      <div className="column join-page">
        {answer?.failed === 'membership_in_the_way' ? (
          <Notice tone="bad">
            <p>{t('gifts.claim.failed.membership_in_the_way')}</p>
          </Notice>
        ) : null}
        {view ? (
          <GiftClaim view={view} path={path} />
        ) : (
          <>
            <h1>{t('gifts.claim.title')}</h1>
            <Notice tone="bad">
              <p>{t('gifts.claim.tooMany', { minutes: waitMinutes })}</p>
            </Notice>
          </>
        )}
      </div>
    </div>
  );
}
