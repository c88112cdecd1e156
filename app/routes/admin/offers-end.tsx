import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { endOffer } from '../../domain/offers/end-offer.server.ts';
import { readOffer } from '../../domain/offers/offer-rows.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Button, ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, {
    title: t('offers.endTitle', { name: args.data?.name ?? '' }),
    isIndexed: false,
  });
};

export const headers = privatePage;

/** @throws Response 404 when the address names no offer. */
async function offerOf({ params, context }: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params['id']);
  const row = id.success ? await readOffer(context.services, id.data) : null;
  if (!row) throw new Response(null, { status: 404 });
  return row;
}

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('offers.act'));
  const { name } = await offerOf(args);
  return { name };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('offers.act'));
  const { id } = await offerOf(args);
  const ended = await endOffer(args.context.services, { offerId: id, actorId: supporter.id });
  const done = ended.ok ? 'ended' : ended.reason;
  return redirect(localPath(localeOf(args.request), `/admin/offers?done=${done}`), 303);
}

export default function EndOfferPage() {
  const { name } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('offers.endTitle', { name })}>
        <p className="desk-title__line">{t('offers.endDefinition')}</p>
      </PageHead>
      <form method="post">
        <Button look="accent">{t('offers.endConfirm')}</Button>{' '}
        <ButtonLink to={href('/admin/offers')} look="quiet">
          {t('offers.back')}
        </ButtonLink>
      </form>
    </>
  );
}
