import { formatDay } from '../../kernel/format.ts';
import { Button, ButtonLink } from '../elements/button.tsx';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';

interface Frame {
  readonly timeZone: string;
  readonly contactEmail: string;
}
export interface ClaimableView extends Frame {
  readonly state: 'claimable';
  readonly fromName: string;
  readonly toName: string;
  readonly message: string | null;
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly months: number;
  readonly endsAt: string;
  readonly claimableUntil: string;
  readonly isOwn: boolean;
  readonly email: string | null;
  readonly extension: { readonly from: string; readonly to: string } | null;
  readonly isPatron: boolean;
}
export type GiftClaimProps =
  | ClaimableView
  | (Frame & { readonly state: 'unknown' | 'not_paid' | 'returned' | 'already_claimed' })
  | (Frame & { readonly state: 'lapsed'; readonly until: string })
  | (Frame & {
      readonly state: 'yours';
      readonly endsAt: string;
      readonly extendsMembership: boolean;
    });

/** What the code on a card opens, and the one button that makes it the reader's. */
export function GiftClaim({ view, path }: { view: GiftClaimProps; path: string }) {
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, view.timeZone);
  if (view.state === 'claimable') return <Claimable view={view} path={path} />;
  if (view.state === 'yours') {
    const date = day(view.endsAt);
    return (
      <>
        <h1>{t('gifts.claim.doneTitle')}</h1>
        <p>
          {view.extendsMembership
            ? t('gifts.claim.doneExtended', { date })
            : t('gifts.claim.done', { date })}
        </p>
        <p className="order-page__ways">
          <ButtonLink to={href('/')}>{t('gifts.claim.read')}</ButtonLink>
          <a href={href('/account')}>{t('common.account')}</a>
        </p>
      </>
    );
  }
  const values = {
    email: view.contactEmail,
    date: view.state === 'lapsed' ? day(view.until) : '',
  };
  return (
    <>
      <h1>{t('gifts.claim.title')}</h1>
      <Notice tone="warn">
        <p>{t(`gifts.claim.failed.${view.state}`, values)}</p>
      </Notice>
      <p>
        <a href={href('/gift/claim')}>{t('gifts.buy.haveCode')}</a>
      </p>
    </>
  );
}

function Claimable({ view, path }: { view: ClaimableView; path: string }) {
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, view.timeZone);
  const from = view.fromName === '' ? t('gifts.somebody') : view.fromName;
  const { extension, months } = view;
  return (
    <>
      <h1>{t('gifts.claim.from', { from })}</h1>
      {view.message ? (
        <blockquote className="gift-message">
          <p>{view.message}</p>
        </blockquote>
      ) : null}
      {view.isPatron ? null : (
        <p>
          {t('gifts.claim.what', {
            months,
            tier: view.tierName[locale],
            date: day(view.endsAt),
          })}
        </p>
      )}
      {view.isOwn ? <p className="meta">{t('gifts.claim.own')}</p> : null}
      {view.email ? (
        <p className="meta">{t('gifts.claim.signedInAs', { email: view.email })}</p>
      ) : null}
      {view.email === null ? (
        <>
          <p>
            <ButtonLink
              look="accent"
              to={`${href('/sign-in')}?next=${encodeURIComponent(href(path))}`}
            >
              {t('gifts.claim.signIn')}
            </ButtonLink>
          </p>
          <p className="meta">{t('gifts.claim.signInNote')}</p>
        </>
      ) : view.isPatron && !extension ? (
        <Notice tone="warn">
          <p>{t('gifts.claim.inTheWay')}</p>
          <p>
            <a href={href('/account/membership')}>{t('gifts.claim.toMembership')}</a>
          </p>
        </Notice>
      ) : (
        <form method="post" action={href(path)}>
          {extension ? (
            <>
              <h2>{t('gifts.claim.extendTitle')}</h2>
              <p>
                {t('gifts.claim.extend', {
                  months,
                  from: day(extension.from),
                  to: day(extension.to),
                })}
              </p>
            </>
          ) : null}
          <p>
            <Button look="accent">
              {t(extension ? 'gifts.claim.extendButton' : 'gifts.claim.button')}
            </Button>
          </p>
        </form>
      )}
      <p className="meta">{t('gifts.claim.keep', { date: day(view.claimableUntil) })}</p>
    </>
  );
}
