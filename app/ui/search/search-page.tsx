import type { StoryCard } from '../../domain/articles/article.ts';
import { Story } from '../story-list/story.tsx';
import { useLocale } from '../use-locale.ts';

interface SearchPageView {
  readonly typed: string;
  readonly stories: readonly StoryCard[];
  readonly nextPage: number | null;
}

/** The search: a form, what it found, and a link to more. */
export function SearchPage({ view }: { view: SearchPageView }) {
  const { t, href } = useLocale();
  const { typed, stories, nextPage } = view;
  return (
    <div className="wrap listing">
      <header className="listing__head">
        <h1>{t('reading.search')}</h1>
        <form className="search-form" action={href('/search')} role="search">
          <label className="visually-hidden" htmlFor="q">
            {t('reading.searchLabel')}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={typed}
            maxLength={200}
            aria-describedby="q-hint"
          />
          <button className="button" type="submit">
            {t('reading.search')}
          </button>
          <span className="meta search-form__hint" id="q-hint">
            {t('reading.searchHint')}
          </span>
        </form>
      </header>
      {typed !== '' && stories.length === 0 ? (
        <p role="status">{t('reading.searchNothing', { typed })}</p>
      ) : null}
      <div className="listing__stories" id="stories">
        {stories.map((story) => (
          <Story key={story.id} story={story} look="row" />
        ))}
      </div>
      {nextPage ? (
        <p className="listing__more">
          <a
            className="button"
            rel="next"
            href={`${href('/search')}?q=${encodeURIComponent(typed)}&page=${nextPage}#stories`}
          >
            {t('reading.showMore')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
