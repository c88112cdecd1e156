import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import { feeCover } from '../../domain/donations/fee-cover.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import { type Offer, type OfferProblem, firstCharge } from '../../domain/offers/offer.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import { parseAmount } from '../../kernel/parse-amount.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { fill } from '../donate-form/fill.ts';
import { Button } from '../elements/button.tsx';
import { TextField } from '../elements/field.tsx';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';
import { giftText, limitTexts, misfitText, previewTemplate } from './offer-words.ts';

/** What the join page knows of offers. */
export interface OfferingView {
  readonly code: string;
  readonly offer: Offer | null;
  readonly problem: OfferProblem | null;
  readonly waitMinutes: number | null;
  readonly news: Extract<MessageKey, 'offer.notSeen' | 'offer.gone'> | null;
  readonly now: Date;
  readonly timeZone: string;
}

interface Chosen {
  readonly form: GivingFormView;
  readonly tiers: readonly TierView[];
  readonly tierSlug: string;
}

/** What has happened with a code or an offer, above the form: where the page begins when it comes back. */
export function OfferNotice({ offering }: { offering: OfferingView }) {
  const { t } = useLocale();
  const { problem, waitMinutes, news, offer } = offering;
  if (problem || waitMinutes !== null) {
    return (
      <div
        className="notice notice--bad"
        role="alert"
        tabIndex={-1}
        // The page was loaded anew to say this: reading begins here. Works without a script.
        // eslint-disable-next-line jsx-a11y/no-autofocus -- moves focus to the error summary, as WCAG 3.3.1 suggests
        autoFocus
      >
        <a href="#join-code">
          {problem
            ? t(`offer.problem.${problem}`)
            : t('offer.tooManyCodes', { minutes: waitMinutes ?? 1 })}
        </a>
      </div>
    );
  }
  if (!news) return null;
  return (
    <Notice tone={offer ? 'good' : 'warn'}>
      <p>{offer ? <a href="#offer">{t(news)}</a> : t(news)}</p>
    </Notice>
  );
}

/** What the offer changes: its terms, what is paid today, and from when the whole amount. Stands above the button. */
export function OfferPart({ offering, ...chosen }: Chosen & { offering: OfferingView }) {
  const { locale, t } = useLocale();
  const { offer, now, timeZone } = offering;
  const { form, tiers, tierSlug } = chosen;
  if (!offer) return null;
  const speech = { t, locale };
  const gift = giftText(offer, form.currency, speech);
  const interval = form.frequency === 'yearly' ? 'year' : 'month';
  const amount = chosenAmount(chosen);
  const misfit = amount && misfitText(offer, { tierSlug, interval, amount }, t);
  const template = previewTemplate(offer, interval, { now, timeZone, ...speech });
  return (
    <section className="join-offer" aria-labelledby="offer">
      <h2 className="join-offer__title" id="offer">
        {offer.code ? t('offer.titleCode', { code: offer.code }) : t('offer.title')}
        {gift ? <span className="join-offer__gift">{gift}</span> : null}
      </h2>
      <p className="join-offer__sums" data-offer-sums="">
        {misfit ??
          (amount &&
            fill(template, {
              today: formatMoney(firstCharge(offer, amount), locale),
              full: formatMoney(amount, locale),
            }))}
      </p>
      <p className="join-offer__limits">{limitTexts(offer, tiers, timeZone, speech).join(' ')}</p>
      <input type="hidden" name="offer" value={offer.id} />
    </section>
  );
}

/** What the form, as it is drawn, would have charged; null when what was typed is no amount. */
function chosenAmount({ form, tiers, tierSlug }: Chosen): Money | null {
  const typed = form.typed?.ownAmount.trim() ?? '';
  const tier = tiers.find((one) => one.slug === tierSlug);
  const least = tier?.minimums[form.currency][form.frequency === 'yearly' ? 'year' : 'month'];
  const parsed = typed === '' ? null : parseAmount(typed, form.currency);
  const amount = parsed ? (parsed.ok ? parsed.value : null) : (least ?? null);
  return amount && form.typed?.coversFee ? feeCover(amount).total : amount;
}

/** A code that somebody has. Folded, so that nobody without one goes looking for it. */
export function CodeField({ offering }: { offering: OfferingView }) {
  const { t } = useLocale();
  const { code, problem, offer, waitMinutes } = offering;
  const isInUse = offer?.code != null;
  return (
    <details className="donate-form__details join-code" open={code !== ''}>
      <summary>{t('offer.codeSummary')}</summary>
      <TextField
        name="code"
        id="join-code"
        label={t('offer.code')}
        hint={
          waitMinutes === null
            ? t('offer.codeHint')
            : t('offer.tooManyCodes', { minutes: waitMinutes })
        }
        error={problem && `offer.problem.${problem}`}
        defaultValue={code}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        isShort
      />
      <p className="join-code__acts">
        <Button isSmall name="apply" value="yes">
          {t('offer.apply')}
        </Button>
        {isInUse || problem ? (
          <Button isSmall look="text" name="apply" value="no">
            {t('offer.remove')}
          </Button>
        ) : null}
      </p>
    </details>
  );
}
