import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCollectionOf } from '../../domain/memberships/collection/read-collection.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { formatMoney } from '../../kernel/format.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CardFacts } from '../../ui/account/card/card-facts.tsx';
import { troubleOf } from '../../ui/account/payment-trouble/trouble-view.ts';
import { Button, ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { cardFailureStatus, openCardPage } from './card-pages.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('collection.page.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, collection] = await Promise.all([
    readNewsroom(ctx),
    readCollectionOf(ctx, supporter.id),
  ]);
  const trouble = troubleOf(collection);
  return {
    timeZone: newsroom.timeZone,
    contactEmail: newsroom.contactEmail,
    trouble,
    facts: collection && {
      card: collection.card,
      amount: collection.amount,
      nextChargeAt: trouble ? null : (collection.nextChargeAt?.toISOString() ?? null),
    },
  };
}

/** Leads to Stripe's page, where the card is entered. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const collection = await readCollectionOf(args.context.services, supporter.id);
  if (!collection) return data({ failure: 'no_membership' as const }, { status: 409 });
  const back = localPath(localeOf(args.request), '/account/membership/card/return');
  const opened = await openCardPage(args, collection.membershipId, back);
  if (!opened.ok) {
    return data({ failure: opened.reason }, { status: cardFailureStatus(opened.reason) });
  }
  return redirect(opened.value.url, 303);
}

export default function CardPage() {
  const { facts, trouble, timeZone, contactEmail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, t, href } = useLocale();
  if (!facts) {
    return (
      <>
        <h1>{t('collection.page.noMembershipTitle')}</h1>
        <p>{t('collection.page.noMembership')}</p>
        <p>
          <ButtonLink to={href('/join')}>{t('collection.outcome.join')}</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <h1>{t('collection.page.title')}</h1>
      {answer ? (
        <Notice tone="bad" title={t('collection.failed.title')}>
          <p>{t(`collection.failed.${answer.failure}`, { email: contactEmail })}</p>
        </Notice>
      ) : null}
      <CardFacts view={facts} timeZone={timeZone} />
      <p>
        {trouble
          ? t('collection.page.leadOpen', { amount: formatMoney(trouble.amount, locale) })
          : t('collection.page.lead')}
      </p>
      <form method="post" action={href('/account/membership/card')}>
        <Button look="accent">{t('collection.page.submit')}</Button>
      </form>
      <p className="account__acts">
        <a href={href('/account/membership')}>{t('collection.page.back')}</a>
      </p>
    </>
  );
}
