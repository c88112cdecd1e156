import type { DraftFile } from '../../../domain/disputes/dispute-view.ts';
import { type EvidenceText, evidenceTexts } from '../../../domain/disputes/evidence.ts';
import { useLocale } from '../../use-locale.ts';

/** The answer as it is, to be read only. */
export function EvidenceSent({
  texts,
  files,
}: {
  texts: Readonly<Partial<Record<EvidenceText, string>>>;
  files: readonly DraftFile[];
}) {
  const { t } = useLocale();
  const said = evidenceTexts.flatMap((name) => {
    const text = texts[name];
    return text ? [{ name, text }] : [];
  });
  if (said.length + files.length === 0) return null;
  return (
    <section className="report-part" aria-labelledby="answer">
      <h2 className="report-part__title" id="answer">
        {t('disputes.answer')}
      </h2>
      <dl className="facts">
        {said.map(({ name, text }) => (
          <div key={name}>
            <dt>{t(`disputes.field.${name}`)}</dt>
            <dd className="facts__lines">{text}</dd>
          </div>
        ))}
        {files.map(({ id, field, filename }) => (
          <div key={id}>
            <dt>{t(`disputes.field.${field}`)}</dt>
            <dd>{filename}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
