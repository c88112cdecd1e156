import type { Locale } from '../../../kernel/locale.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Field, TextField } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { sum } from '../figures.tsx';
import { PageHead } from '../page-head.tsx';
import { ConfirmChange, type ShownChange } from './confirm-change.tsx';

export interface ChangeView {
  readonly membership: {
    readonly supporterId: string;
    readonly tierName: Readonly<Record<Locale, string>>;
    readonly amount: Money;
  };
  readonly tiers: readonly {
    readonly slug: string;
    readonly name: Readonly<Record<Locale, string>>;
  }[];
  readonly tierSlug: string;
  readonly currency: string;
  readonly frequency: 'monthly' | 'yearly';
  readonly ownAmount: string;
  readonly coversFee: boolean;
  readonly timeZone: string;
  readonly barrier: MessageKey | null;
}

/** Other terms for somebody's membership: chosen, shown in Stripe's own figures, and then made. */
export function MembershipChange({
  view,
  preview,
  problem,
  amountError,
  answer,
}: {
  view: ChangeView;
  preview: ShownChange | null;
  /** Why the terms can't be had. */
  problem: MessageKey | null;
  amountError: MessageKey | null;
  answer:
    | {
        readonly errors: Readonly<Record<string, MessageKey>>;
        readonly why: string;
        readonly preview: ShownChange | null;
      }
    | undefined;
}) {
  const { locale, t, href } = useLocale();
  const back = href(`/admin/supporters/${view.membership.supporterId}`);
  const said = answer?.errors['form'] ?? view.barrier ?? problem;
  const shown = answer?.preview ?? preview;
  return (
    <>
      <p className="kicker">
        <a href={back}>{t('admin.supporter')}</a>
      </p>
      <PageHead title={t('staffChange.title')}>
        <p className="desk-title__line">
          {t('deskSupporter.membership.of', {
            tier: view.membership.tierName[locale],
            amount: sum(view.membership.amount, locale),
          })}
        </p>
      </PageHead>
      {said ? (
        <Notice tone="bad">
          <p>{t(said)}</p>
        </Notice>
      ) : null}
      {view.barrier ? null : <TermsForm view={view} amountError={amountError} back={back} />}
      {shown ? (
        <ConfirmChange
          change={shown}
          timeZone={view.timeZone}
          why={answer?.why}
          whyError={answer?.errors['why']}
        />
      ) : null}
    </>
  );
}

function TermsForm({
  view,
  amountError,
  back,
}: {
  view: ChangeView;
  amountError: MessageKey | null;
  back: string;
}) {
  const { locale, t } = useLocale();
  return (
    <form method="get" className="desk-form" noValidate>
      <Field name="tier" label={t('admin.tier')}>
        {(control) => (
          <select {...control} defaultValue={view.tierSlug}>
            {view.tiers.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name[locale]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="frequency" label={t('staffChange.frequency')} isShort>
        {(control) => (
          <select {...control} defaultValue={view.frequency}>
            <option value="monthly">{t('staffChange.monthly')}</option>
            <option value="yearly">{t('staffChange.yearly')}</option>
          </select>
        )}
      </Field>
      <TextField
        name="ownAmount"
        label={t('staffChange.amount')}
        hint={t('staffChange.amountHint', { currency: view.currency })}
        defaultValue={view.ownAmount}
        error={amountError ?? undefined}
        inputMode="decimal"
        isShort
      />
      <Choice
        type="checkbox"
        name="coversFee"
        value="yes"
        label={t('staffChange.coversFee')}
        defaultChecked={view.coversFee}
      />
      <p>
        <Button>{t('staffChange.look')}</Button>{' '}
        <ButtonLink to={back} look="quiet">
          {t('deskSupporter.back')}
        </ButtonLink>
      </p>
    </form>
  );
}
