import { type StoryCard, storyPath } from '../../domain/articles/article.ts';
import { useLocale } from '../use-locale.ts';

/** The stories that readers' money followed, first first. */
export function MostSupported({ stories }: { stories: readonly StoryCard[] }) {
  const { locale, t, href } = useLocale();
  if (stories.length === 0) return null;
  return (
    <section className="supported" aria-labelledby="most-supported">
      <h2 className="strip__title" id="most-supported">
        {t('reading.mostSupported')}
      </h2>
      <p className="meta">{t('reading.mostSupportedNote')}</p>
      <ol className="ranked plain-list">
        {stories.map((story, index) => (
          <li key={story.id} className="ranked__item">
            <span className="ranked__place" aria-hidden="true">
              {index + 1}
            </span>
            <a
              href={href(storyPath(story))}
              lang={story.language === locale ? undefined : story.language}
            >
              {story.headline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
