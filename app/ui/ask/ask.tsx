import type { AskView } from '../../domain/asks/ask.ts';
import { DonateForm } from '../donate-form/donate-form.tsx';
import { useLocale } from '../use-locale.ts';

/** The call to support inside an article, set like an editor's note. Patrons are thanked instead. */
export function Ask({ view }: { view: AskView }) {
  const { t, href } = useLocale();
  if (view.kind === 'thanks') {
    return (
      <aside className="ask ask--patron" aria-label={t('giving.askLabel')}>
        <p className="ask__thanks">
          {t('giving.patronThanks', { newsroom: view.newsroomName })}{' '}
          <a href={href('/account')}>{t('giving.patronAccount')}</a>
        </p>
      </aside>
    );
  }
  return (
    <aside
      className="ask"
      aria-labelledby="ask-heading"
      id="ask"
      data-article-slug={view.form.articleSlug ?? undefined}
    >
      <h2 className="ask__heading" id="ask-heading">
        {view.heading}
      </h2>
      <p className="ask__body">{view.body}</p>
      <DonateForm form={view.form} prefix="ask" />
    </aside>
  );
}
