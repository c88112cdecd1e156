import { Button, ButtonLink } from '../../elements/button.tsx';
import { type DeadLink, DeadLinkPage, LinkPage } from '../../links/link-page.tsx';
import { useLocale } from '../../use-locale.ts';
import type { CardFailure } from './card-outcome.tsx';

/** What the link of a mail finds when it does not lead on to Stripe's page. */
export type CardLinkView =
  | { readonly state: 'dead'; readonly dead: DeadLink }
  | { readonly state: 'well' | 'waiting' | 'ended' }
  | { readonly state: 'failed'; readonly failure: CardFailure; readonly contactEmail: string };

export function CardLinkPage({ view }: { view: CardLinkView }) {
  const { t, href } = useLocale();
  switch (view.state) {
    case 'dead':
      return <DeadLinkPage state={view.dead} to="/account/membership/card" />;
    case 'ended':
      return (
        <LinkPage title={t('collection.outcome.endedTitle')}>
          <p>{t('collection.outcome.ended')}</p>
          <p>
            <ButtonLink to={href('/join')} look="accent">
              {t('collection.outcome.join')}
            </ButtonLink>
          </p>
        </LinkPage>
      );
    case 'waiting':
      return (
        <LinkPage title={t('collection.link.waitingTitle')}>
          <p>{t('collection.link.waiting')}</p>
        </LinkPage>
      );
    case 'well':
      return (
        <LinkPage title={t('collection.link.wellTitle')}>
          <p>{t('collection.link.well')}</p>
          <form method="post">
            <Button>{t('collection.page.submit')}</Button>
          </form>
          <p className="meta">{t('collection.link.note')}</p>
        </LinkPage>
      );
    case 'failed':
      return (
        <LinkPage title={t('collection.failed.title')}>
          <p role="alert">{t(`collection.failed.${view.failure}`, { email: view.contactEmail })}</p>
          {view.failure === 'payments_unavailable' ? (
            <p>
              <ButtonLink to="">{t('collection.failed.again')}</ButtonLink>
            </p>
          ) : null}
        </LinkPage>
      );
  }
}
