import { pauseMonths } from '../../../domain/memberships/pausing/pause.ts';
import { whyMaxLength } from '../../../domain/supporters/why.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea } from '../../elements/field.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { sum } from '../figures.tsx';
import { PageHead } from '../page-head.tsx';

/** One act of the staff on somebody's membership: what it does, why, and the button. */
export function StaffActForm({
  act,
  membership,
  answer,
}: {
  act: 'end' | 'continue' | 'pause' | 'resume';
  membership: {
    readonly supporterId: string;
    readonly tierName: { readonly en: string; readonly uk: string };
    readonly amount: Money;
  };
  answer:
    | {
        readonly errors: Readonly<Record<string, MessageKey>>;
        readonly typed: Readonly<Record<string, string>>;
      }
    | undefined;
}) {
  const { locale, t, href } = useLocale();
  const errors = answer?.errors ?? {};
  const typed = answer?.typed ?? {};
  const back = href(`/admin/supporters/${membership.supporterId}`);
  return (
    <>
      <p className="kicker">
        <a href={back}>{t('admin.supporter')}</a>
      </p>
      <PageHead title={t(`deskSupporter.${act}.title`)}>
        <p className="desk-title__line">
          {t('deskSupporter.membership.of', {
            tier: membership.tierName[locale],
            amount: sum(membership.amount, locale),
          })}
        </p>
      </PageHead>
      {errors['form'] ? (
        <Notice tone="bad">
          <p>{t(errors['form'])}</p>
        </Notice>
      ) : null}
      <p className="desk-title__line">{t(`deskSupporter.${act}.lead`)}</p>
      <form method="post" className="desk-form" noValidate>
        {act === 'pause' ? (
          <fieldset id="months" aria-describedby={errors['months'] ? 'months-error' : undefined}>
            <legend className="field__label">{t('deskSupporter.pause.months')}</legend>
            {pauseMonths.map((months) => (
              <Choice
                key={months}
                type="radio"
                name="months"
                value={months}
                label={t('deskSupporter.pause.monthsCount', { count: months })}
                defaultChecked={Number(typed['months'] ?? 1) === months}
              />
            ))}
            {errors['months'] ? (
              <p className="field__error" id="months-error">
                {t(errors['months'])}
              </p>
            ) : null}
          </fieldset>
        ) : null}
        <TextArea
          name="why"
          label={t('deskSupporter.refund.why')}
          hint={t('deskSupporter.refund.whyHint')}
          defaultValue={typed['why']}
          error={errors['why']}
          maxLength={whyMaxLength}
          required
        />
        <p>
          <Button look="accent">{t(`deskSupporter.${act}.submit`)}</Button>{' '}
          <ButtonLink to={back} look="quiet">
            {t('deskSupporter.back')}
          </ButtonLink>
        </p>
      </form>
    </>
  );
}
