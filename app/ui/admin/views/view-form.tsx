import { viewNameLimit } from '../../../domain/views/view.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

export interface TypedView {
  readonly name: string;
  readonly isShared: boolean;
}

/** The name of a view and whom it is for, new or known. */
export function ViewForm({
  typed,
  maySay,
  back,
  errors,
}: {
  typed: TypedView;
  /** May they say whom it is for? */
  maySay: boolean;
  back: string;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t } = useLocale();
  return (
    <>
      <ErrorSummary errors={errors} />
      <form className="desk-form" method="post" noValidate>
        <TextField
          name="name"
          label={t('views.name')}
          hint={t('views.nameHint')}
          defaultValue={typed.name}
          maxLength={viewNameLimit}
          error={errors['name']}
          autoComplete="off"
          required
        />
        {maySay ? (
          <fieldset>
            <legend className="field__label">{t('views.forWhom')}</legend>
            {(['own', 'everyone'] as const).map((whom) => (
              <Choice
                key={whom}
                type="radio"
                name="for"
                value={whom}
                defaultChecked={typed.isShared === (whom === 'everyone')}
                label={t(`views.forWhom.${whom}`)}
                hint={t(`views.forWhomHint.${whom}`)}
              />
            ))}
          </fieldset>
        ) : null}
        <p>
          <Button look="accent">{t('views.keep')}</Button>{' '}
          <ButtonLink to={back} look="quiet">
            {t('views.back')}
          </ButtonLink>
        </p>
      </form>
    </>
  );
}
