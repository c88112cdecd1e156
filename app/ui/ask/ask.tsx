import type { AskAlternative, AskView } from '../../domain/asks/ask.ts';
import { DonateForm } from '../donate-form/donate-form.tsx';
import { useLocale } from '../use-locale.ts';
import { chooseInBrowserScript } from './choose-in-browser.ts';

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
  const [first, ...others] = view.alternatives;
  return (
    <>
      <div
        data-article-slug={view.articleSlug}
        data-ask-plan={view.plan ? JSON.stringify(view.plan) : undefined}
      >
        <OneAsk ask={first} />
        {others.map((ask) => (
          <template key={`${ask.askId} ${ask.arm}`} data-ask={`${ask.askId} ${ask.arm}`}>
            <OneAsk ask={ask} />
          </template>
        ))}
      </div>
      {view.plan ? <script dangerouslySetInnerHTML={{ __html: chooseInBrowserScript }} /> : null}
    </>
  );
}

/** Ids repeat in what waits in a template, which is no part of the page until it stands alone there. */
function OneAsk({ ask }: { ask: AskAlternative }) {
  return (
    <aside className="ask" aria-labelledby="ask-heading" id="ask">
      <h2 className="ask__heading" id="ask-heading">
        {ask.heading}
      </h2>
      <p className="ask__body">{ask.body}</p>
      <DonateForm form={ask.form} prefix="ask" />
    </aside>
  );
}
