import { type StoryCard, storyPath } from '../../domain/articles/article.ts';
import { daysMs } from '../../kernel/dates.ts';
import { LocalTime } from '../elements/local-time.tsx';
import { useLocale } from '../use-locale.ts';

/** Headlines with their times: hours for the last day's, dates for older ones, counted from the newest story. */
export function LatestList({ stories }: { stories: readonly StoryCard[] }) {
  const { locale, t, href } = useLocale();
  const newest = Date.parse(stories[0]?.publishedAt ?? '');
  return (
    <section className="latest" aria-labelledby="latest">
      <h2 className="strip__title" id="latest">
        {t('reading.latest')}
      </h2>
      <ol className="plain-list">
        {stories.map((story) => {
          const isOfTheDay = newest - Date.parse(story.publishedAt) < daysMs;
          return (
            <li key={story.id} className="latest__item">
              <span className="meta latest__time">
                <LocalTime instant={story.publishedAt} form={isOfTheDay ? 'clock' : 'short-day'} />
              </span>
              <a
                className="latest__headline"
                href={href(storyPath(story))}
                lang={story.language === locale ? undefined : story.language}
              >
                {story.headline}
              </a>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
