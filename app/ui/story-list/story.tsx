import type { ReactNode } from 'react';
import { type StoryCard, storyPath } from '../../domain/articles/article.ts';
import { LocalTime } from '../elements/local-time.tsx';
import { Picture } from '../elements/picture.tsx';
import { useLocale } from '../use-locale.ts';

interface StoryProps {
  story: StoryCard;
  /** The level of its headline: 2 on a page of stories, 3 under a heading. */
  level?: 2 | 3;
  look?: 'lead' | 'column' | 'half' | 'row' | 'brief';
  hasPicture?: boolean;
  hasDek?: boolean;
  hasSection?: boolean;
  /** Whether to say that the story is in another language than the page. */
  hasLanguage?: boolean;
  isFirst?: boolean;
}

const sizesOf = {
  lead: '(min-width: 60rem) 52rem, 100vw',
  column: '(min-width: 60rem) 18rem, (min-width: 40rem) 45vw, 100vw',
  half: '(min-width: 60rem) 18rem, 100vw',
  row: '(min-width: 40rem) 15rem, 7rem',
  brief: '7rem',
};

/** A story in a list. The headline is the one link; the rest of its row is words. */
export function Story({
  story,
  level = 2,
  look = 'column',
  hasPicture = true,
  hasDek = true,
  hasSection = true,
  hasLanguage = true,
  isFirst = false,
}: StoryProps) {
  const { locale, t, href } = useLocale();
  const isForeign = story.language !== locale;
  const to = href(storyPath(story));
  const picture = hasPicture ? story.picture : null;
  return (
    <article className={`story story--${look}`} lang={isForeign ? story.language : undefined}>
      {picture ? (
        <a className="story__picture" href={to} tabIndex={-1} aria-hidden="true">
          <Picture picture={picture} sizes={sizesOf[look]} isFirst={isFirst} isDecorative />
        </a>
      ) : null}
      <div className="story__words">
        {hasSection || story.isForSupporters ? (
          <p className="kicker story__kicker" lang={locale}>
            {hasSection ? <span>{story.section.name[locale]}</span> : null}
            {story.isForSupporters ? (
              <span className="story__mark">{t('reading.forSupporters')}</span>
            ) : null}
          </p>
        ) : null}
        <Headline level={level}>
          <a href={to}>{story.headline}</a>
        </Headline>
        {hasDek ? <p className="story__dek">{story.dek}</p> : null}
        <p className="meta story__meta">
          {story.authors.length > 0 ? (
            <span>{story.authors.map(({ name }) => name).join(', ')}</span>
          ) : null}
          <LocalTime instant={story.publishedAt} form="short-day" />
          {isForeign && hasLanguage ? (
            <span lang={locale}>
              {t(story.language === 'uk' ? 'reading.inUkrainian' : 'reading.inEnglish')}
            </span>
          ) : null}
        </p>
      </div>
    </article>
  );
}

function Headline({ level, children }: { level: 2 | 3; children: ReactNode }) {
  return level === 2 ? (
    <h2 className="story__headline">{children}</h2>
  ) : (
    <h3 className="story__headline">{children}</h3>
  );
}
