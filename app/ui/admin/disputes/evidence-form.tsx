import type { DraftFile } from '../../../domain/disputes/dispute-view.ts';
import {
  type EvidenceFileField,
  type EvidenceText,
  evidenceFiles,
  evidenceTexts,
  fileTypes,
  shortTexts,
  tellingFields,
} from '../../../domain/disputes/evidence.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Field, TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

interface Props {
  reason: string | null;
  texts: Readonly<Partial<Record<EvidenceText, string>>>;
  files: readonly DraftFile[];
  revision: number;
  /** Can our own receipt be attached? */
  hasReceipt: boolean;
  errors: Readonly<Record<string, MessageKey>>;
}

/** The answer to a dispute: first what decides one of its reason, the rest folded away. */
export function EvidenceForm(props: Props) {
  const { reason, texts, files, revision, errors } = props;
  const { t } = useLocale();
  const first = tellingFields(reason);
  const rest = [...evidenceTexts, ...evidenceFiles].filter((field) => !first.includes(field));
  const isRestUsed = rest.some(
    (field) =>
      errors[field] ?? (texts[field as EvidenceText] || files.some((f) => f.field === field)),
  );
  return (
    <section className="report-part" aria-labelledby="form">
      <h2 className="report-part__title" id="form" tabIndex={-1}>
        {t('disputes.answer')}
      </h2>
      <p className="report-part__definition">{t('disputes.answerDefinition')}</p>
      <ErrorSummary errors={errors} />
      <form className="desk-form" method="post" encType="multipart/form-data" noValidate>
        <input type="hidden" name="revision" value={revision} />
        {first.map((field) => (
          <Evidence key={field} field={field} {...props} />
        ))}
        <details open={isRestUsed}>
          <summary>{t('disputes.more')}</summary>
          <div className="desk-form">
            {rest.map((field) => (
              <Evidence key={field} field={field} {...props} />
            ))}
          </div>
        </details>
        <p className="desk-form__acts">
          <Button look="accent" name="next" value="submit">
            {t('disputes.toSubmission')}
          </Button>{' '}
          <Button name="next" value="stay">
            {t('disputes.save')}
          </Button>
        </p>
      </form>
    </section>
  );
}

function isFileField(field: string): field is EvidenceFileField {
  return evidenceFiles.some((known) => known === field);
}

function Evidence({ field, ...props }: Props & { field: EvidenceText | EvidenceFileField }) {
  const { t } = useLocale();
  if (isFileField(field)) return <FileEvidence field={field} {...props} />;
  const { texts, errors } = props;
  const shared = {
    name: field,
    label: t(`disputes.field.${field}`),
    defaultValue: texts[field] ?? '',
    error: errors[field],
  };
  const hint = t(`disputes.hint.${field}`);
  return shortTexts.includes(field) ? (
    <TextField {...shared} hint={hint} autoComplete="off" />
  ) : (
    <TextArea {...shared} hint={hint} rows={4} />
  );
}

function FileEvidence({ field, files, hasReceipt, errors }: Props & { field: EvidenceFileField }) {
  const { t } = useLocale();
  const file = files.find((one) => one.field === field);
  return (
    <div>
      <Field
        name={field}
        label={t(`disputes.field.${field}`)}
        hint={t('disputes.fileHint', { about: t(`disputes.hint.${field}`) })}
        error={errors[field]}
      >
        {(control) => <input type="file" accept={fileTypes.join(',')} {...control} />}
      </Field>
      {file?.stripeFileId ? (
        <p className="field__hint">{t('disputes.fileAtStripe', { name: file.filename })}</p>
      ) : file ? (
        <Choice
          type="checkbox"
          name={`remove-${field}`}
          value="yes"
          label={t('disputes.removeFile', { name: file.filename })}
        />
      ) : field === 'receipt' && hasReceipt ? (
        <Choice
          type="checkbox"
          name="attach-receipt"
          value="yes"
          label={t('disputes.attachReceipt')}
        />
      ) : null}
    </div>
  );
}
