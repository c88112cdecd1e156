import type { ArticleView, LockedExtra as LockedExtraView } from '../../domain/articles/article.ts';
import type { GateTier, LockReason } from '../../domain/articles/openness.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

/** The two ways in, as this article offers them. */
export interface PaywallOffer {
  readonly articleSlug: string;
  /** Path of the page to come back to, with language prefix. */
  readonly returnTo: string;
  /** The least one-time gift that opens extras, and for how long. */
  readonly donorPass: { readonly minimum: Money; readonly days: number };
  /** The tiers that locks of the page ask for. */
  readonly gateTiers: readonly GateTier[];
}

type Lock = ArticleView['lock'];

/** An extra that this reader may not open: what it is, what it holds, why it is shut, and the ways in. */
export function LockedExtra({
  extra,
  lock,
  offer,
  firstId,
}: {
  extra: LockedExtraView;
  lock: Lock;
  offer: PaywallOffer;
  /** Of the first locked extra on the page, which has the ways in; the others point there. */
  firstId: string | null;
}) {
  const { locale, t } = useLocale();
  return (
    <section className="extra paywall" id={extra.id} aria-labelledby={`${extra.id}-title`}>
      <p className="kicker" lang={locale}>
        {t('reading.extraLabel')} · {t('reading.extraKind', { kind: extra.kind })}
      </p>
      <h2 className="extra__title" id={`${extra.id}-title`}>
        {extra.title}
      </h2>
      <p className="meta">{extra.holds}</p>
      <p className="paywall__teaser">{extra.teaser}</p>
      {extra.tier !== null || firstId === null || firstId === extra.id ? (
        <Ways lock={lock} tier={extra.tier} offer={offer} isMainAction={false} />
      ) : (
        <p className="paywall__same" lang={locale}>
          {t('reading.sameSupport')} <a href={`#${firstId}`}>{t('reading.seeHow')}</a>
        </p>
      )}
    </section>
  );
}

/** An article that is wholly an extra: its public opening, then the ways in. */
export function WholeLock({
  teaserHtml,
  lock,
  offer,
}: {
  teaserHtml: string;
  lock: Lock;
  offer: PaywallOffer;
}) {
  const { locale, t } = useLocale();
  return (
    <>
      <div className="prose paywall__opening" dangerouslySetInnerHTML={{ __html: teaserHtml }} />
      <section className="extra paywall" aria-labelledby="locked-title" lang={locale}>
        <h2 className="extra__title" id="locked-title">
          {t('reading.lockedWhole')}
        </h2>
        <Ways lock={lock} tier={lock?.tier ?? null} offer={offer} isMainAction />
      </section>
    </>
  );
}

function Ways({
  lock,
  tier: tierSlug,
  offer,
  isMainAction,
}: {
  lock: Lock;
  /** The slug of the tier that is asked for; null = any support. */
  tier: string | null;
  offer: PaywallOffer;
  isMainAction: boolean;
}) {
  const { locale, t, href } = useLocale();
  const because = lock?.because ?? 'signed_out';
  if (tierSlug !== null) {
    const tier = offer.gateTiers.find(({ slug }) => slug === tierSlug) ?? null;
    return <TierWay {...{ tier, because, offer, isMainAction }} />;
  }
  const reason: MessageKey = `reading.lock.${because}`;
  const query = `?article=${encodeURIComponent(offer.articleSlug)}`;
  const look = isMainAction ? 'button button--accent' : 'button';
  return (
    <div className="paywall__ways" lang={locale}>
      <p className="paywall__reason">{t(reason)}</p>
      <div className="paywall__offers">
        {because === 'payment_failed' ? (
          <div className="paywall__offer">
            <a className={look} href={href('/account/membership')}>
              {t('reading.repairCard')}
            </a>
          </div>
        ) : because === 'paused' ? (
          <div className="paywall__offer">
            <a className={look} href={href('/account/membership')}>
              {t('reading.resumeMembership')}
            </a>
          </div>
        ) : (
          <div className="paywall__offer">
            <a className={look} href={href('/join') + query}>
              {t('reading.becomePatron')}
            </a>
            <p className="meta">{t('reading.becomePatronNote')}</p>
          </div>
        )}
        <div className="paywall__offer">
          <a className="button" href={href('/donate') + query}>
            {t('reading.giveOnce')}
          </a>
          <p className="meta">
            {t('reading.giveOnceNote', {
              sum: formatMoney(offer.donorPass.minimum, locale),
              days: offer.donorPass.days,
            })}
          </p>
        </div>
      </div>
      {because === 'signed_out' ? <SignInLine returnTo={offer.returnTo} /> : null}
    </div>
  );
}

/** What only a tier and those above it open. A tier that there is not is offered to nobody. */
function TierWay({
  tier,
  because,
  offer,
  isMainAction,
}: {
  tier: GateTier | null;
  because: LockReason;
  offer: PaywallOffer;
  isMainAction: boolean;
}) {
  const { locale, t, href } = useLocale();
  if (!tier) return <p className="paywall__reason">{t('reading.lock.tierUnknown')}</p>;
  const query = `?tier=${encodeURIComponent(tier.slug)}&article=${encodeURIComponent(offer.articleSlug)}`;
  const isPatron = because === 'tier_too_low';
  return (
    <div className="paywall__ways" lang={locale}>
      <p className="paywall__reason">{t('reading.lock.tier', { tier: tier.name[locale] })}</p>
      <div className="paywall__offers">
        <div className="paywall__offer">
          <a
            className={isMainAction ? 'button button--accent' : 'button'}
            href={href('/join') + query}
          >
            {t('reading.joinTier', { tier: tier.name[locale] })}
          </a>
          {isPatron ? <p className="meta">{t('reading.joinTierPatron')}</p> : null}
        </div>
      </div>
      {because === 'signed_out' ? <SignInLine returnTo={offer.returnTo} /> : null}
    </div>
  );
}

function SignInLine({ returnTo }: { returnTo: string }) {
  const { t, href } = useLocale();
  return (
    <p className="paywall__sign-in">
      {t('reading.alreadySupporter')}{' '}
      <a href={`${href('/sign-in')}?next=${encodeURIComponent(returnTo)}`}>{t('reading.signIn')}</a>
    </p>
  );
}
