import type { ReactNode } from 'react';
import type { GivenView } from '../../domain/asks/thanks-view.ts';
import { formatMoney } from '../../kernel/format.ts';
import { ButtonLink } from '../elements/button.tsx';
import { LocalTime } from '../elements/local-time.tsx';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';

/** Thanks, then the facts: what was given, where the receipt went, what is open now. Prints well. */
export function GivenThanks({ view }: { view: GivenView }) {
  const { locale, t, href } = useLocale();
  const sum = formatMoney(view.amount, locale);
  if (view.wasDuplicate) {
    return (
      <>
        <h1>{t('giving.thanksDuplicateTitle')}</h1>
        <p>{t('giving.thanksDuplicate', { sum })}</p>
        <p>
          <ButtonLink to={href('/account/membership')}>{t('giving.patronAccount')}</ButtonLink>
        </p>
      </>
    );
  }
  const lead =
    view.interval === null
      ? t('giving.thanksOnce', { sum })
      : t(view.interval === 'month' ? 'giving.thanksMonth' : 'giving.thanksYear', { sum });
  return (
    <>
      <h1 data-gift-given="">{t('giving.thanksTitle')}</h1>
      <p className="thanks-page__lead">{lead}</p>
      <GiftFacts view={view} sum={sum} />
      {view.signIn === 'mailed' && (
        <Notice>
          <p>{t('giving.thanksSignInMailed')}</p>
        </Notice>
      )}
      <p className="order-page__ways">
        {view.article ? (
          <ButtonLink to={view.article.path}>
            {t('giving.thanksBack', { headline: view.article.headline })}
          </ButtonLink>
        ) : (
          <ButtonLink to={href('/')}>{t('giving.thanksFront')}</ButtonLink>
        )}
        {view.signIn === 'signed_in' && <a href={href('/account')}>{t('giving.thanksAccount')}</a>}
      </p>
    </>
  );
}

function GiftFacts({ view, sum }: { view: GivenView; sum: string }) {
  const { locale, t } = useLocale();
  const { timeZone } = view;
  return (
    <dl className="facts thanks-page__facts">
      <Fact term={t('giving.thanksAmount')}>
        {view.interval === null ? sum : t(`giving.what.${view.interval}`, { sum })}
        {view.feeCover.amountMinor > 0 &&
          `, ${t('giving.thanksFee', { cover: formatMoney(view.feeCover, locale) })}`}
      </Fact>
      {view.tierName && <Fact term={t('giving.thanksTier')}>{view.tierName}</Fact>}
      {view.nextChargeAt && (
        <Fact term={t('giving.thanksNext')}>
          <LocalTime instant={view.nextChargeAt} timeZone={timeZone} form="day" />
        </Fact>
      )}
      {view.receiptTo && (
        <Fact term={t('giving.thanksReceipt')}>
          {t('giving.thanksReceiptTo', { email: view.receiptTo })}
        </Fact>
      )}
      {view.extras && (
        <Fact term={t('giving.thanksExtras')}>
          {view.extras.until ? (
            <>
              {t('giving.thanksExtrasUntil')}{' '}
              <LocalTime instant={view.extras.until} timeZone={timeZone} form="day" />
            </>
          ) : (
            t('giving.thanksExtrasOpen')
          )}
        </Fact>
      )}
      {view.article && <Fact term={t('giving.thanksArticle')}>{view.article.headline}</Fact>}
      {view.isAnonymous && <Fact term={t('giving.thanksName')}>{t('giving.thanksAnonymous')}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
