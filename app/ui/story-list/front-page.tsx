import type { StoryCard } from '../../domain/articles/article.ts';
import type { FrontPageView } from '../../domain/articles/front-page.ts';
import { useLocale } from '../use-locale.ts';
import { LatestList } from './latest-list.tsx';
import { MostSupported } from './most-supported.tsx';
import { Story } from './story.tsx';

/** Lead and latest, secondary stories in columns, a strip for every section. */
export function FrontPage({ view }: { view: FrontPageView }) {
  const { locale, t, href } = useLocale();
  if (!view.lead) return <p className="wrap column">{t('reading.nothingYet')}</p>;
  return (
    <div className="wrap front">
      <div className="front__top">
        <Story story={view.lead} look="lead" isFirst />
        <div className="front__side">
          <LatestList stories={view.latest} />
          <MostSupported stories={view.mostSupported} />
        </div>
      </div>
      <div className="front__secondary">
        {view.secondary.map((story) => (
          <Story key={story.id} story={story} />
        ))}
      </div>
      {view.strips.map((strip) => (
        <section key={strip.slug} className="strip" aria-labelledby={`strip-${strip.slug}`}>
          <h2 className="strip__title" id={`strip-${strip.slug}`}>
            <a href={href(`/${strip.slug}`)}>{strip.name[locale]}</a>
          </h2>
          <StripStories stories={strip.stories} />
        </section>
      ))}
      {view.otherLanguage.length > 0 ? (
        <section className="strip" aria-labelledby="other-language" lang="uk">
          <h2 className="strip__title" id="other-language">
            <a href="/uk">{t('reading.otherLanguageStrip')}</a>
          </h2>
          <StripStories stories={view.otherLanguage} isForeign />
        </section>
      ) : null}
    </div>
  );
}

/** Half the width for the first, with its picture; the other half for the rest, in words. */
function StripStories({
  stories,
  isForeign = false,
}: {
  stories: readonly StoryCard[];
  /** The whole strip is in another language, and says so itself. */
  isForeign?: boolean;
}) {
  const isPair = stories.length === 2;
  return (
    <div className={`strip__stories strip__stories--${stories.length}`}>
      {stories.map((story, index) => (
        <Story
          key={story.id}
          story={story}
          level={3}
          look={index === 0 || isPair ? 'half' : 'brief'}
          hasPicture={index === 0 || isPair}
          hasSection={false}
          hasLanguage={!isForeign}
        />
      ))}
    </div>
  );
}
