import type { ReactNode } from 'react';
import type { ArticleView } from '../../domain/articles/article.ts';
import { LocalTime } from '../elements/local-time.tsx';
import { Picture } from '../elements/picture.tsx';
import { type PaywallOffer, WholeLock } from '../paywall/paywall.tsx';
import { Story } from '../story-list/story.tsx';
import { useLocale } from '../use-locale.ts';
import { askPosition } from './ask-position.ts';
import { ArticleBody } from './body.tsx';

/** An article. `ask` is set into the body, about two thirds down; null = this page asks nobody for anything. */
export function ArticlePage({
  article,
  offer,
  ask,
}: {
  article: ArticleView;
  offer: PaywallOffer;
  ask: ReactNode | null;
}) {
  const { locale, t, href } = useLocale();
  const isForeign = article.language !== locale;
  const position = askPosition(article.blocks);
  const firstLocked = article.blocks.find(
    (block) => block.type === 'extra' && block.isLocked && block.tier === null,
  );
  const firstLockedId = firstLocked?.type === 'extra' ? firstLocked.id : null;
  const body = (from: number, to?: number) => (
    <ArticleBody
      blocks={article.blocks.slice(from, to)}
      lock={article.lock}
      offer={offer}
      firstLockedId={firstLockedId}
    />
  );
  return (
    <>
      <article className="article wrap" lang={isForeign ? article.language : undefined}>
        <header className="article__head">
          <p className="kicker article__kicker" lang={locale}>
            <a href={href(`/${article.section.slug}`)}>{article.section.name[locale]}</a>
            {article.isForSupporters ? (
              <span className="story__mark">{t('reading.forSupporters')}</span>
            ) : null}
          </p>
          <h1 className="article__headline">{article.headline}</h1>
          <p className="article__dek">{article.dek}</p>
          <Byline article={article} />
        </header>
        {article.picture ? (
          <figure
            className={
              article.picture.height > article.picture.width
                ? 'article__lead article__lead--tall'
                : 'article__lead'
            }
          >
            <Picture
              picture={article.picture}
              sizes="(min-width: 77rem) 61rem, (min-width: 48rem) 80vw, 100vw"
              isFirst
            />
            <figcaption className="caption">
              {article.pictureCaption ? <span>{article.pictureCaption} </span> : null}
              <span className="caption__credit">{article.picture.credit}</span>
            </figcaption>
          </figure>
        ) : null}
        <div className="article__body">
          {article.teaserHtml ? (
            <WholeLock teaserHtml={article.teaserHtml} lock={article.lock} offer={offer} />
          ) : (
            <>
              {body(0, position)}
              {ask ? <div lang={locale}>{ask}</div> : null}
              {body(position)}
            </>
          )}
          {article.correction ? (
            <aside className="note" aria-labelledby="correction">
              <p className="kicker" id="correction" lang={locale}>
                {t('reading.correction')}
              </p>
              <p>{article.correction}</p>
            </aside>
          ) : null}
        </div>
      </article>
      {article.related.length > 0 ? (
        <aside className="related wrap" aria-labelledby="related">
          <h2 className="strip__title" id="related">
            {t('reading.related')}
          </h2>
          <div className="related__stories">
            {article.related.map((story) => (
              <Story key={story.id} story={story} level={3} hasDek={false} />
            ))}
          </div>
        </aside>
      ) : null}
    </>
  );
}

function Byline({ article }: { article: ArticleView }) {
  const { locale, t, href } = useLocale();
  const list = new Intl.ListFormat(article.language, { type: 'conjunction' });
  const names = article.authors.map(({ name }) => name);
  const slugs = article.authors.map(({ slug }) => slug);
  let place = 0;
  return (
    <div className="byline">
      {names.length > 0 ? (
        <p className="byline__names">
          {list.formatToParts(names).map((part, index) => {
            if (part.type === 'literal') return part.value;
            return (
              <a key={index} rel="author" href={href(`/authors/${slugs[place++] ?? ''}`)}>
                {part.value}
              </a>
            );
          })}
        </p>
      ) : null}
      <p className="meta" lang={locale}>
        <LocalTime instant={article.publishedAt} />
        {article.updatedAt ? (
          <>
            {' · '}
            {t('reading.updated')} <LocalTime instant={article.updatedAt} />
          </>
        ) : null}
      </p>
    </div>
  );
}
