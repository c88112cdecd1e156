import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Collection } from '../../domain/memberships/collection/collection.ts';
import { readCollection } from '../../domain/memberships/collection/read-collection.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CardLinkPage, type CardLinkView } from '../../ui/account/card/card-link-page.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import type { RequestArgs } from '../../web/context.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { cardFailureStatus, openCardPage, readPayUrl } from '../account/card-pages.server.ts';
import { linkHeaders, readLink, statusOf } from './mail-link.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('collection.link.title'),
    isIndexed: false,
  });

export const headers = linkHeaders;

const sent = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' };

/**
 * Leads straight on to Stripe's page while something is open. Mail scanners open links: all they
 * can cause is that page, once an hour. Nothing of ours changes by opening the link.
 */
export async function loader(args: LoaderFunctionArgs) {
  const link = readLink(args, 'card');
  if (!link.isLive) return answer({ state: 'dead', dead: link.state }, statusOf(link.state));
  const collection = await readCollection(args.context.services, link.membershipId);
  if (!collection) return answer({ state: 'dead', dead: 'unknown' }, 404);
  const { state } = collection;
  if (state === 'failed') return leadOn(await openPage(args, collection));
  if (state === 'needs_confirmation') return leadOn(await readPayUrl(args, collection));
  return answer({ state });

  async function leadOn(page: Awaited<ReturnType<typeof openPage>>) {
    if (page.ok) throw redirect(page.value.url, { headers: sent });
    const { contactEmail } = await readNewsroom(args.context.services);
    return answer(
      { state: 'failed', failure: page.reason, contactEmail },
      cardFailureStatus(page.reason),
    );
  }
}

/** Another card although nothing is open: asked for by a button. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const link = readLink(args, 'card');
  if (!link.isLive) return answer({ state: 'dead', dead: link.state }, statusOf(link.state));
  const collection = await readCollection(args.context.services, link.membershipId);
  if (!collection) return answer({ state: 'dead', dead: 'unknown' }, 404);
  if (collection.state === 'ended') return answer({ state: 'ended' });
  const page = await openPage(args, collection);
  if (page.ok) return redirect(page.value.url, { status: 303, headers: sent });
  const { contactEmail } = await readNewsroom(args.context.services);
  return answer(
    { state: 'failed', failure: page.reason, contactEmail },
    cardFailureStatus(page.reason),
  );
}

function answer(view: CardLinkView, status = 200) {
  return data(view, { status });
}

function openPage(args: RequestArgs, { membershipId }: Collection) {
  const back = `/links/card/${args.params['token'] ?? ''}/return`;
  return openCardPage(args, membershipId, localPath(localeOf(args.request), back));
}

export default function CardLink() {
  const looked = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return <CardLinkPage view={acted ?? looked} />;
}
