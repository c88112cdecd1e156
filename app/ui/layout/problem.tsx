import type { MessageKey } from '../../messages/translate.ts';
import { ButtonLink } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

const pages: Record<number, { title: MessageKey; body: MessageKey }> = {
  400: { title: 'common.problem400Title', body: 'common.problem400Body' },
  403: { title: 'common.problem403Title', body: 'common.problem403Body' },
  404: { title: 'common.problem404Title', body: 'common.problem404Body' },
  410: { title: 'common.problem410Title', body: 'common.problem410Body' },
  429: { title: 'common.problem429Title', body: 'common.problem429Body' },
  500: { title: 'common.problem500Title', body: 'common.problem500Body' },
};

/** The words for a status that ended a request; any that has none of its own is told as 400 or 500. */
export function problemWords(status: number): { title: MessageKey; body: MessageKey } {
  const fallback = status >= 400 && status < 500 ? 400 : 500;
  return (
    pages[status] ??
    pages[fallback] ?? { title: 'common.problem500Title', body: 'common.problem500Body' }
  );
}

/** What happened and what to do, and never how it happened inside. */
export function Problem({ status }: { status: number }) {
  const { t, href } = useLocale();
  const words = problemWords(status);
  return (
    <div className="wrap problem">
      <p className="meta">{status}</p>
      <h1>{t(words.title)}</h1>
      <p>{t(words.body)}</p>
      {status === 404 ? <SearchForm /> : null}
      <p>
        <ButtonLink to={href('/')}>{t('common.toFrontPage')}</ButtonLink>
      </p>
    </div>
  );
}

function SearchForm() {
  const { t, href } = useLocale();
  return (
    <form className="search-form" action={href('/search')} role="search">
      <label className="visually-hidden" htmlFor="problem-q">
        {t('common.searchFor')}
      </label>
      <input id="problem-q" name="q" type="search" />
      <button className="button" type="submit">
        {t('common.search')}
      </button>
    </form>
  );
}
