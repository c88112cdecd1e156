import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCollectionOf } from '../../domain/memberships/collection/read-collection.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import {
  CardOutcome,
  type CardOutcomeView,
  outcomeTitle,
} from '../../ui/account/card/card-outcome.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { cardOutcomeStatus, readCardOutcome } from './card-pages.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('collection.page.title'),
    isIndexed: false,
  });

/** Where Stripe's page leads back, with a new card or without. */
export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, collection] = await Promise.all([
    readNewsroom(ctx),
    readCollectionOf(ctx, supporter.id),
  ]);
  const outcome: CardOutcomeView = collection
    ? await readCardOutcome(args, collection.membershipId)
    : { kind: 'ended' };
  return data(
    { outcome, timeZone: newsroom.timeZone, contactEmail: newsroom.contactEmail },
    { status: cardOutcomeStatus(outcome) },
  );
}

export default function CardReturn() {
  const { outcome, timeZone, contactEmail } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t(outcomeTitle(outcome))}</h1>
      <CardOutcome
        {...{ timeZone, contactEmail }}
        view={outcome}
        again={
          <form method="post" action={href('/account/membership/card')}>
            <Button look="accent">{t('collection.page.submit')}</Button>
          </form>
        }
      />
      <p className="account__acts">
        <a href={href('/account/membership')}>{t('collection.page.back')}</a>
      </p>
    </>
  );
}
