import type { MessageKey } from '../../../messages/translate.ts';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { PageHead } from '../page-head.tsx';
import { ReasonForm } from '../reason-form.tsx';

/** Before an article is taken off the site: what that does, and why it is done. */
export function Withdrawal({
  article,
  typed,
  errors,
}: {
  article: {
    readonly articleId: string;
    readonly fields: { readonly headline: string; readonly language: string };
  };
  typed: string;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { t, href } = useLocale();
  const page = href(`/admin/articles/${article.articleId}`);
  return (
    <>
      <PageHead title={t('writing.withdrawal')}>
        <p className="desk-title__line">
          <a href={page} lang={article.fields.language}>
            {article.fields.headline}
          </a>
        </p>
      </PageHead>
      <p>{t('writing.withdrawalDefinition')}</p>
      <ErrorSummary errors={errors} />
      <ReasonForm
        hidden={{}}
        label={t('writing.withdrawalWhy')}
        submit={t('writing.withdraw')}
        back={{ label: t('writing.notYet'), to: page }}
        maxLength={500}
        typed={typed}
        error={errors['reason']}
      />
    </>
  );
}
