import { segmentNameLimit } from '../../../domain/segments/segment.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

/** The name of a segment, new or known. */
export function SegmentForm({
  name,
  back,
  errors,
}: {
  name: string;
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
          label={t('segments.name')}
          hint={t('segments.nameHint')}
          defaultValue={name}
          maxLength={segmentNameLimit}
          error={errors['name']}
          autoComplete="off"
          required
        />
        <p>
          <Button look="accent">{t('segments.keep')}</Button>{' '}
          <ButtonLink to={back} look="quiet">
            {t('segments.back')}
          </ButtonLink>
        </p>
      </form>
    </>
  );
}
