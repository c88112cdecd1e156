import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mailLink } from '../../domain/memberships/mail-link.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { CardOutcome, outcomeTitle } from '../../ui/account/card/card-outcome.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { DeadLinkPage, LinkPage } from '../../ui/links/link-page.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { localeOf } from '../../web/locale.ts';
import { cardOutcomeStatus, readCardOutcome } from '../account/card-pages.server.ts';
import { linkHeaders, readLink, statusOf } from './mail-link.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('collection.link.title'),
    isIndexed: false,
  });

export const headers = linkHeaders;

/** Where Stripe's page leads back to whoever came from a mail: how it went, and nothing else about them. */
export async function loader(args: LoaderFunctionArgs) {
  const link = readLink(args, 'card');
  if (!link.isLive) {
    return data({ dead: link.state, live: null }, { status: statusOf(link.state) });
  }
  const { services } = args.context;
  const locale = localeOf(args.request);
  const { membershipId } = link;
  const newsroom = await readNewsroom(services);
  const outcome = await readCardOutcome(args, membershipId);
  const live = {
    outcome,
    timeZone: newsroom.timeZone,
    contactEmail: newsroom.contactEmail,
    againPath: localPath(locale, `/links/card/${args.params['token'] ?? ''}`),
    cancelUrl:
      outcome.kind === 'ended'
        ? null
        : mailLink(services.env.appSecret, {
            ...{ membershipId, locale },
            appUrl: '',
            act: 'cancellation',
            now: services.clock.now(),
          }),
  };
  return data({ dead: null, live }, { status: cardOutcomeStatus(outcome) });
}

export default function CardLinkReturn() {
  const { dead, live } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  if (!live) return <DeadLinkPage state={dead} to="/account/membership/card" />;
  const { outcome, timeZone, contactEmail, againPath, cancelUrl } = live;
  return (
    <LinkPage title={t(outcomeTitle(outcome))}>
      <CardOutcome
        {...{ timeZone, contactEmail }}
        view={outcome}
        again={
          <p>
            <ButtonLink to={againPath} look="accent">
              {t('collection.page.submit')}
            </ButtonLink>
          </p>
        }
      />
      <p className="account__acts">
        <a href={href('/')}>{t('collection.link.front')}</a>
        {cancelUrl ? <a href={cancelUrl}>{t('collection.link.cancel')}</a> : null}
      </p>
    </LinkPage>
  );
}
