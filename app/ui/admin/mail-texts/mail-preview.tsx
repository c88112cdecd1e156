import type { SampleMail } from '../../../domain/ports/mail-samples.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { Button } from '../../elements/button.tsx';
import { ReportPart } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';

/** A made-up mail as it reads in plain text, and the way to have it in one's own mailbox. */
export function MailPreview({
  sample,
  isSaved,
  trial,
  locale,
}: {
  sample: SampleMail;
  isSaved: boolean;
  trial: string | null;
  locale: Locale;
}) {
  const { t } = useLocale();
  return (
    <ReportPart
      id="preview"
      title={t(isSaved ? 'mailTexts.preview' : 'mailTexts.previewUnsaved')}
      definition={t('mailTexts.previewDefinition')}
    >
      <div className="mail-preview" lang={locale}>
        <p className="mail-preview__subject">{sample.subject}</p>
        <pre className="mail-preview__text">{sample.text}</pre>
      </div>
      {trial && isSaved ? (
        <form method="post" action={trial}>
          <Button look="quiet">{t('mailTexts.trial')}</Button>
        </form>
      ) : null}
    </ReportPart>
  );
}
