import type { ReactNode } from 'react';
import type { StoryCard } from '../../domain/articles/article.ts';
import { useLocale } from '../use-locale.ts';
import { Story } from './story.tsx';

/** A list of stories under a title, with a link to the page after. `moreTo` is a full address. */
export function StoryPage({
  title,
  intro,
  stories,
  moreTo,
  isContinued,
  hasSection,
}: {
  title: ReactNode;
  intro?: ReactNode;
  stories: readonly StoryCard[];
  moreTo: string | null;
  /** Not the first page: no story is set large. */
  isContinued: boolean;
  hasSection: boolean;
}) {
  const { t } = useLocale();
  return (
    <div className="wrap listing">
      <header className="listing__head">
        <h1>{title}</h1>
        {intro ? <div className="listing__intro">{intro}</div> : null}
      </header>
      {stories.length === 0 ? <p>{t('reading.nothingHere')}</p> : null}
      <div className="listing__stories" id="stories">
        {stories.map((story, index) => (
          <Story
            key={story.id}
            story={story}
            look={index === 0 && !isContinued ? 'lead' : 'row'}
            hasSection={hasSection}
            isFirst={index === 0}
          />
        ))}
      </div>
      {moreTo ? (
        <p className="listing__more">
          <a className="button" href={moreTo} rel="next">
            {t('reading.showMore')}
          </a>
        </p>
      ) : null}
    </div>
  );
}
