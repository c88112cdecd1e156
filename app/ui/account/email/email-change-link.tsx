import type { ChangeLink } from '../../../domain/supporters/email-change/email-change.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Notice } from '../../elements/notice.tsx';
import { LinkPage } from '../../links/link-page.tsx';
import { useLocale } from '../../use-locale.ts';

type Shown = ChangeLink | { readonly state: ChangeLink['state']; readonly mailbox: null };

/** What a link from a mail about a change of address leads to. */
export function EmailChangeLink({
  link,
  token,
  isTooLate,
}: {
  link: Shown;
  token: string;
  /** Somebody has just tried to stop what was done already. */
  isTooLate: boolean;
}) {
  const { t, href } = useLocale();
  if (link.state === 'refused') return <Refused />;
  if (link.mailbox === null || !isOpen(link.state)) {
    const state = isOpen(link.state) ? 'unknown' : link.state;
    return (
      <LinkPage title={t(`identity.link.${state}Title`)}>
        <p>{t(`identity.link.${state}`)}</p>
        <p>
          <a href={href('/account/profile')}>{t('identity.link.toAccount')}</a>
        </p>
      </LinkPage>
    );
  }
  const { oldEmail, newEmail, mailbox } = link;
  switch (link.state) {
    case 'done':
      return (
        <LinkPage title={t('identity.link.doneTitle')}>
          {isTooLate ? <Notice tone="bad">{t('identity.link.tooLate')}</Notice> : null}
          <p>{t('identity.link.done', { newEmail })}</p>
          <p>
            <ButtonLink to={href('/account')}>{t('identity.link.toAccount')}</ButtonLink>
          </p>
        </LinkPage>
      );
    case 'confirmed':
      return (
        <LinkPage title={t('identity.link.confirmedTitle')}>
          <p>{t(`identity.link.confirmed.${mailbox}`, { oldEmail, newEmail })}</p>
          <Refusal token={token} />
        </LinkPage>
      );
    default:
      return (
        <LinkPage title={t('identity.link.title')}>
          <p>{t('identity.link.lead', { oldEmail, newEmail })}</p>
          <form method="post" className="link-page__form">
            <Button look="accent">{t('identity.link.confirm')}</Button>
          </form>
          <Refusal token={token} />
        </LinkPage>
      );
  }
}

function isOpen(state: ChangeLink['state']): state is 'live' | 'confirmed' | 'done' {
  return state === 'live' || state === 'confirmed' || state === 'done';
}

function Refusal({ token }: { token: string }) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href(`/links/email-change/${token}/refusal`)}>
      <p className="meta">
        {t('identity.link.refuseLead')} <Button look="text">{t('identity.link.refuse')}</Button>
      </p>
    </form>
  );
}

/** Nothing has changed, and what to look at next. */
function Refused() {
  const { t, href } = useLocale();
  return (
    <LinkPage title={t('identity.link.refusedTitle')}>
      <p>{t('identity.link.refused')}</p>
      <p>
        <a href={href('/account/sessions')}>{t('identity.link.refusedAct')}</a>
      </p>
    </LinkPage>
  );
}
